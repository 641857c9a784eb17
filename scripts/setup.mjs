// Stands before everything that npm runs here: installs what package-lock.json names, and compiles, when needed.
//
//   node scripts/setup.mjs                        install and compile
//   node scripts/setup.mjs --no-compile           install only
//   node scripts/setup.mjs --then FILE [ARG…]     install and compile, then run this program
//
// package.json calls it inside of its scripts, not as prestart and pretest: npm leaves those out when
// `ignore-scripts` is set, and `node --run` knows none. `--then` runs the program in this process: Node starts once
// instead of twice, and a shell that gives way to a single command (not every one does) lets npm's signals through.
//
// It uses only Node itself, because in a fresh clone nothing else is there. This file keeps to syntax that old
// releases of Node can read, so that they come as far as the message; everything else is behind the import().
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Careergraph needs Node.js 20.19 or newer; this is ${process.version} (${process.execPath}).\n` +
      "Install a newer one from https://nodejs.org or with your version manager (.nvmrc names one), then try again.",
  );
  process.exit(1);
}

import("./setup/prepare.mjs")
  .then(({ setUp }) => setUp(process.argv.slice(2)))
  .catch((error) => {
    console.error(error.isForPeople ? error.message : error);
    process.exitCode = 1;
  });
