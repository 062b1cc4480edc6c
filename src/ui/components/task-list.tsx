import type { VNode } from 'preact';
import { Tag, type TagColour } from './messages.js';
import { isEmpty, join, slot, type Attributes, type Content, type Slot } from './slots.js';

export type TaskStatus = { readonly content?: Content; readonly tag?: Slot<{ readonly colour?: TagColour }>; readonly class?: string };

export type Task = {
  /** Begins with a verb: 填写职工人数. */
  readonly title: Slot;
  readonly href?: string;
  readonly hint?: Content;
  readonly status: TaskStatus;
  readonly class?: string;
};

export type TaskListProps = { readonly items: readonly (Task | null | undefined | false)[]; readonly idPrefix?: string; readonly class?: string; readonly attributes?: Attributes };

export function TaskList(props: TaskListProps): VNode {
  const prefix = props.idPrefix ?? 'task-list';
  return (
    <ul class={join('govuk-task-list', props.class)} {...props.attributes}>
      {props.items.map((item, index) => item && <TaskItem item={item} id={`${prefix}-${index + 1}`} />)}
    </ul>
  );
}

function TaskItem(props: { readonly item: Task; readonly id: string }): VNode {
  const { item, id } = props;
  const title = slot(item.title);
  const tag = item.status.tag === undefined ? null : slot<{ colour?: TagColour }>(item.status.tag);
  const hasHint = !isEmpty(item.hint);
  return (
    <li class={join('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.class)}>
      <div class="govuk-task-list__name-and-hint">
        {item.href
          ? <a class={join('govuk-link govuk-task-list__link', title.class)} href={item.href} aria-describedby={join(hasHint && `${id}-hint`, `${id}-status`)}>{title.content}</a>
          : <div class={title.class}>{title.content}</div>}
        {hasHint ? <div id={`${id}-hint`} class="govuk-task-list__hint">{item.hint}</div> : null}
      </div>
      <div class={join('govuk-task-list__status', item.status.class)} id={`${id}-status`}>
        {tag ? <Tag colour={tag.colour} class={tag.class} attributes={tag.attributes}>{tag.content}</Tag> : item.status.content}
      </div>
    </li>
  );
}
