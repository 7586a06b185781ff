// Writes `FILE.br` and `FILE.gz` beside each file. Reads {"quality": 0..11, "files": [path, …]} from its input.
// Node's Brotli is native code and runs on every core; a Rust one would be compiled before the first line of output.
import { readFile, rename, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const { quality, files } = JSON.parse(await text(process.stdin));

// Renamed into place, so that an interrupted run leaves no half-written file that looks finished.
async function save(path, bytes) {
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

async function compress(file) {
  const plain = await readFile(file);
  const settings = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, { params: settings }),
    promisify(gzip)(plain, { level: Math.min(quality, 9) }),
  ]);
  await Promise.all([save(`${file}.br`, br), save(`${file}.gz`, gz)]);
}

await Promise.all(files.map(compress));
