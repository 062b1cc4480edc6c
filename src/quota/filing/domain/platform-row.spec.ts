import { readResult } from './platform-row.js';

describe('what the platform says of a person', () => {
  it.each(['认定', '予以认定', '审核通过', '通过', '计入', '合格', '符合', '是', ' 认 定 ', '核对无误，通过', '无异议，予以认定', '部分认定', '是否认定：是'])('%s counts', (words) => {
    expect(readResult(words)).toBe('counted');
  });

  it.each(['不予认定', '不认定', '未认定', '未予认定', '无法认定', '不能认定', '没有通过', '审核未通过', '不通过', '未计入', '不计入', '不合格', '不符合', '未符合条件，不认定', '不再计入', '非认定对象', '驳回', '是否认定：否', '退回', '否', '无'])('%s does not', (words) => {
    expect(readResult(words)).toBe('not_counted');
  });

  it.each(['待认定', '尚未认定', '审核中', '核验中', '已提交', '受理中', '已提交，待认定', '未审核', '未受理', '待审核'])('%s is not decided', (words) => {
    expect(readResult(words)).toBe('pending');
  });

  it.each(['', '其他', '见备注', '未知'])('“%s” is asked again', (words) => {
    expect(readResult(words)).toBeNull();
  });
});
