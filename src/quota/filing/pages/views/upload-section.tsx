import type { VNode } from 'preact';
import { Button, FileUpload, Mixed, UploadProgress } from '../../../../ui/index.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import type { Kit } from './kit.js';

export type UploadLimits = { readonly rows: number; readonly megabytes: number };

type Props = { readonly kit: Kit; readonly head: DeclarationHead; /** Why the file sent before was not taken. */ readonly refusal: string | null; readonly limits: UploadLimits };

/** Where a roster file is handed in: below the list, and wherever a file was not good. */
export function UploadSection({ kit: { context, t, at }, head, refusal, limits }: Props): VNode {
  return (
    <section aria-labelledby="upload">
      <h2 class="govuk-heading-m" id="upload">{t('uploadTitle')}</h2>
      <p class="govuk-body">{t('uploadLead')}</p>
      <p class="govuk-body">{t('uploadReplaces')}</p>
      <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/levy/roster/template.xlsx')} download>{t('template')}</a></p>
      <UploadProgress context={context}>
        <form method="post" action={at(head.id, 'uploads')} enctype="multipart/form-data" novalidate>
          {/* Before the file: the reader of the body checks it before it keeps a byte. */}
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          <FileUpload
            name="file"
            label={{ content: t('uploadFile'), class: 'govuk-label--m' }}
            hint={t('uploadHint', { rows: new Intl.NumberFormat('en').format(limits.rows), megabytes: limits.megabytes })}
            {...(refusal === null ? {} : { errorMessage: { content: <Mixed context={context}>{refusal}</Mixed> } })}
            attributes={{ accept: '.xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv' }}
          />
          <Button preventDoubleClick>{t('uploadButton')}</Button>
        </form>
      </UploadProgress>
    </section>
  );
}
