import { adoptPage } from './adopt-page.js';
import { announce } from './fragments.js';

const STEPS = [25, 50, 75, 100];

/**
 * `<upload-progress data-uploading="正在上传" data-percent="已上传 {n}%" data-failed="…">` around a form with a file, with a
 * status node `[data-upload-status]`. Shows how far the upload is and says 25, 50, 75 and 100 per cent. When the upload fails
 * the next press sends the form the ordinary way.
 */
export class UploadProgress extends HTMLElement {
  private sending = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      const file = form.querySelector<HTMLInputElement>('input[type=file]');
      // Nothing chosen: the server says so in its own words.
      if (this.dataset['fallback'] !== undefined || !file?.files?.length) return;
      event.preventDefault();
      if (!this.sending) this.send(form);
    });
  }

  private send(form: HTMLFormElement): void {
    const request = new XMLHttpRequest();
    const bar = this.bar();
    const buttons = form.querySelectorAll('button');
    let said = 0;
    this.sending = true;
    this.say(this.dataset['uploading'] ?? '');
    buttons.forEach((button) => button.setAttribute('aria-disabled', 'true'));
    const fail = (): void => {
      this.sending = false;
      this.dataset['fallback'] = '';
      buttons.forEach((button) => button.removeAttribute('aria-disabled'));
      bar.remove();
      this.say(this.dataset['failed'] ?? '');
    };
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (!lengthComputable) return;
      const percent = Math.floor((loaded / total) * 100);
      bar.value = percent;
      const step = STEPS.filter((value) => value <= percent).pop() ?? 0;
      if (step > said) this.say((this.dataset['percent'] ?? '').replace('{n}', String(step)));
      said = Math.max(said, step);
    });
    request.addEventListener('load', () => {
      const moved = request.responseURL !== '' && request.responseURL !== new URL(form.action, document.baseURI).href;
      if (request.status < 400 && moved) window.location.assign(request.responseURL);
      else if (!adoptPage(request.responseText)) fail();
    });
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.send(new FormData(form));
  }

  private bar(): HTMLProgressElement {
    const bar = document.createElement('progress');
    bar.className = 'zj-progress';
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', this.dataset['uploading'] ?? '');
    this.append(bar);
    return bar;
  }

  private say(words: string): void {
    announce(this.querySelector('[data-upload-status]'), words);
  }
}
