import { say } from '../../../../kernel/texts.js';
import { Button, Checkboxes, FormFaultSummary, formFaultAt, Input, Mixed, PostForm, Radios, WarningText, type FormFault, type PageView } from '../../../../ui/index.js';
import type { FileView } from '../../app/read-files.query.js';
import { closingReasons, preferredContacts } from '../../domain/reveal.js';
import type { ChangeForm, ClosingForm } from '../forms.js';
import { closingReasonTexts, preferredTexts } from '../texts.js';
import type { Kit } from './kit.js';
import { Masked } from './masked.js';

export type ChangeState = { /** Null: nothing was sent yet. */ readonly typed: ChangeForm | null; readonly faults: readonly FormFault[] };

/** 修改档案. What is sealed is not shown: an empty field stays as it is. */
export function changePage(kit: Kit, file: FileView, { typed, faults }: ChangeState): PageView {
  const { context, t } = kit;
  const known = (value: string | null) => <>{t('knownAs')}<Masked kit={kit} value={value} none={t('notRegistered')} />{t('leftEmpty')}</>;
  const field = (name: 'phone' | 'address' | 'certificate') => ({ name, value: typed?.[name] ?? '', autocomplete: 'off', ...formFaultAt(faults, name) });
  const remove = (name: 'remove_phone' | 'remove_address', text: string) => <Checkboxes name={name} values={typed?.[name] === undefined ? [] : ['yes']} items={[{ value: 'yes', content: text }]} />;
  return {
    title: t('change'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/files/${file.id}`), text: t('backToFile') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l"><Mixed context={context}>{t('changeTitle', { name: file.name ?? t('gone') })}</Mixed></h1>
        <PostForm context={context} action={`/files/${file.id}/change`}>
          <input type="hidden" name="version" value={String(file.version)} />
          <Input name="name" label={t('name')} value={typed?.name ?? file.name ?? ''} autocomplete="off" class="govuk-input--width-20" {...formFaultAt(faults, 'name')} />
          <Input {...field('phone')} label={t('newPhone')} hint={{ content: known(file.phoneMasked) }} inputmode="tel" class="govuk-input--width-20" />
          {file.phoneMasked !== null && remove('remove_phone', t('removePhone'))}
          <Input {...field('address')} label={t('newAddress')} hint={t(file.hasAddress ? 'hasAddress' : 'noAddress')} />
          {file.hasAddress && remove('remove_address', t('removeAddress'))}
          <Radios name="preferred" fieldset={{ legend: t('preferred') }} value={typed?.preferred ?? file.preferred ?? 'phone'} {...formFaultAt(faults, 'preferred')}
            items={preferredContacts.map((one) => ({ value: one, content: say(preferredTexts, context.variant, one) }))} />
          <Input {...field('certificate')} label={t('newCertificate')} hint={{ content: known(file.certificateMasked) }} spellcheck={false} class="govuk-input--width-20" />
          <Button>{t('saveChange')}</Button>
        </PostForm>
      </>
    ),
  };
}

export type ClosingState = { readonly typed: ClosingForm; readonly faults: readonly FormFault[] };

/** Asks for a reason before a file ends for good. */
export function closePage({ context, t }: Kit, file: FileView, { typed, faults }: ClosingState): PageView {
  return {
    title: t('close'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/files/${file.id}`), text: t('backToFile') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l"><Mixed context={context}>{t('closeTitle', { name: file.name ?? t('gone') })}</Mixed></h1>
        <WarningText>{t('closeWarning')}</WarningText>
        <PostForm context={context} action={`/files/${file.id}/close`}>
          <input type="hidden" name="version" value={String(file.version)} />
          <Radios name="reason" fieldset={{ legend: t('closingReason') }} value={typed.reason ?? ''} {...formFaultAt(faults, 'reason')}
            items={closingReasons.map((one) => ({ value: one, content: say(closingReasonTexts, context.variant, one) }))} />
          <Button class="govuk-button--warning">{t('closeYes')}</Button>
        </PostForm>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/files/${file.id}`)}>{t('closeNo')}</a></p>
      </>
    ),
  };
}
