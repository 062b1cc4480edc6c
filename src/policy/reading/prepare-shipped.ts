import { shippedPolicyFolder } from '../policy-folder.js';
import { defaultRegionsFolder, RegionRegister } from '../regions.js';
import { preparedKey, writePreparedFiles } from './prepared-files.js';
import { readPolicyDirectory } from './read-directory.js';

/** Last step of the build. A file with faults is left out; whoever starts on it is told them. */
export function prepareShippedPolicy(): void {
  const { files, texts } = readPolicyDirectory(shippedPolicyFolder, RegionRegister.load(defaultRegionsFolder()), new Map());
  writePreparedFiles(new Map(files.map((file) => [preparedKey(file.path, file.region, texts[file.path] ?? ''), file])));
}
