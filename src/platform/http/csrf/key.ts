import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../config/index.js';
import type { Logger } from '../../logging/index.js';

const KEY_BYTES = 32;

/**
 * The key that signs form tokens. It must be the same after a restart and in every web process, or open forms would fail.
 * It comes from the settings, which several machines that serve one database must share; without one it lies beside the
 * local data, readable by the owner only.
 */
export function loadFormKey(settings: Settings, logger: Logger): Buffer {
  if (settings.http.formKey !== null) return digest(settings.http.formKey);
  const file = path.join(settings.database.dataDir, 'form-key');
  try {
    mkdirSync(settings.database.dataDir, { recursive: true });
    try {
      // Exclusive: of two processes that start at once, one writes and both read the same key.
      writeFileSync(file, randomBytes(KEY_BYTES).toString('hex'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = readFileSync(file, 'utf8').trim();
    if (text.length < KEY_BYTES) throw new Error('the file with the form key is too short');
    return digest(text);
  } catch (error) {
    logger.warn({ event: 'http.form_key_transient', err: error }, 'no form key could be kept: forms open during a restart will have to be sent again');
    return randomBytes(KEY_BYTES);
  }
}

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();
