import { dictionary } from '../../kernel/texts.js';

export const purposeTexts = dictionary(
  { quota_review: '按比例就业审核', employment_service: '就业服务', matching: '为我匹配岗位', sharing_with_employer: '把我的资料给用人单位看', training_referral: '把我推荐给培训机构', publicity: '宣传' },
  { quota_review: 'Review of the quota', employment_service: 'Employment service', matching: 'Finding posts for me', sharing_with_employer: 'Showing my data to an employer', training_referral: 'Recommending me to a training body', publicity: 'Publicity' },
  { matching: '帮我找合适的岗位', sharing_with_employer: '把我的信息给单位看', training_referral: '介绍我去学技能', publicity: '讲我的故事给大家听' },
);

/** What happens with each, told where it is chosen. */
export const purposeHints = dictionary(
  { quota_review: '依照法律审核，不需要同意', employment_service: '依照法律提供，不需要同意', matching: '程序按您的愿望和需要，从岗位里挑出合适的', sharing_with_employer: '推荐您应聘时，用人单位能看到您选的内容', training_referral: '培训机构会与您联系', publicity: '报道或展示您的就业故事，公众能看到' },
  { quota_review: 'By law, without consent', employment_service: 'By law, without consent', matching: 'A program picks posts that fit your wishes and needs', sharing_with_employer: 'When you are put forward for a post, the employer sees what you choose', training_referral: 'A training body gets in touch with you', publicity: 'Your story is told or shown, and the public sees it' },
  { matching: '电脑按您的愿望挑岗位。', sharing_with_employer: '单位会看到您选的信息。', training_referral: '教技能的机构会找您。', publicity: '大家都会看到。' },
);

export const recipientTexts = dictionary(
  { federation: '残联', employer: '用人单位', training_body: '培训机构', school: '学校', public: '公众' },
  { federation: 'The federation', employer: 'An employer', training_body: 'A training body', school: 'A school', public: 'The public' },
  { employer: '招人的单位', training_body: '教技能的机构', public: '所有人' },
);

export const dataKindTexts = dictionary(
  { name: '姓名', contact: '联系方式', identity: '身份号码', education: '学历', skills: '技能', wishes: '求职愿望', needs: '工作中的需要', disability: '残疾情况', picture: '照片' },
  { name: 'Name', contact: 'Contact', identity: 'Citizen id', education: 'Education', skills: 'Skills', wishes: 'Wishes', needs: 'Needs at work', disability: 'Disability', picture: 'Pictures' },
  { contact: '电话和住址', identity: '身份证号', education: '上过什么学', skills: '会做什么', wishes: '想做什么', needs: '工作时需要什么帮助', disability: '哪种残疾，几级' },
);
