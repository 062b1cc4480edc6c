import type { VNode } from 'preact';
import { Field, fieldIds, type FieldProps } from './field.js';
import { join, type Attributes } from './slots.js';
import { scriptWords, useWords } from './words.js';

export type FileUploadProps = FieldProps & {
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  /** Adds the drop zone of govuk-frontend's script. The plain box works without it. */
  readonly dropZone?: { readonly class?: string; readonly attributes?: Attributes; readonly script?: Parameters<typeof scriptWords>[0] };
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function FileUpload(props: FileUploadProps): VNode {
  const words = useWords();
  const { id, describedBy } = fieldIds(props);
  const input = (
    <input
      class={join('govuk-file-upload', props.class, props.errorMessage !== undefined && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedBy}
      {...props.attributes}
    />
  );
  return (
    <Field field={props}>
      {props.formGroup?.beforeInput}
      {props.dropZone ? (
        <div class={join('govuk-file-upload-wrapper', props.dropZone.class)} data-module="govuk-file-upload" {...scriptWords(props.dropZone.script ?? words.fileScript)} {...props.dropZone.attributes}>
          {input}
        </div>
      ) : input}
      {props.formGroup?.afterInput}
    </Field>
  );
}
