// Shrinks WebAssembly modules, all in one process: starting binaryen takes longer than most modules do.
// Standard input: { "library": binaryen's index.js, "features": […], "passes": [name or "-O1", …], "modules": [{ "from", "to" }] }.
import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const { library, features, passes, modules } = JSON.parse(await text(process.stdin));
const { default: binaryen } = await import(pathToFileURL(library));
const enabled = features.reduce((all, name) => {
  if (!(name in binaryen.Features)) throw new Error(`binaryen knows no feature ${name}`);
  return all | binaryen.Features[name];
}, binaryen.Features.MVP);

binaryen.setDebugInfo(false);
for (const { from, to } of modules) {
  const module = binaryen.readBinary(readFileSync(from), enabled);
  module.setFeatures(enabled);
  for (const pass of passes) {
    if (pass === '-O1') {
      binaryen.setOptimizeLevel(1);
      binaryen.setShrinkLevel(0);
      module.optimize();
    } else {
      module.runPasses([pass]);
    }
  }
  writeFileSync(to, module.emitBinary());
  module.dispose();
}
