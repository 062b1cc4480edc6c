// Reads one XLSX file with a library and does nothing with the rows: `node read-only.mjs hucre|exceljs FILE [PEERS]`.
// Prints seconds, rows and the highest memory of the process.
import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [library, file, peersFolder] = process.argv.slice(2);

async function readWithHucre() {
  const { streamXlsxRows } = await import('hucre/xlsx');
  let rows = 0;
  for await (const row of streamXlsxRows(readFileSync(file))) if (row.values.length > 0) rows++;
  return rows;
}

async function readWithExceljs() {
  const ExcelJS = createRequire(peersFolder)('exceljs');
  let rows = 0;
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(file), { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' })) {
    for await (const row of sheet) if (row.values.length > 0) rows++;
  }
  return rows;
}

const before = process.resourceUsage().maxRSS;
const start = performance.now();
const rows = await (library === 'hucre' ? readWithHucre() : readWithExceljs());
process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1000, rows, bytes: (process.resourceUsage().maxRSS - before) * 1024 }));
