// Where the browser tests find a Chromium: $CHROME_PATH, one that is installed, else the one in
// `@sparticuz/chromium` (Linux x64; it needs no system library). Run it to print the path.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { argv, env, platform } from 'node:process';
import { pathToFileURL } from 'node:url';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
];

/** Ubuntu's `chromium-browser` may be a stub that only asks for a snap, so a candidate has to answer. */
function answers(path) {
  return platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function installed() {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path) && answers(path));
}

/**
 * Unpacks the packaged binary once and returns a launcher beside it.
 *
 * The package hands out the libraries a bare system lacks only where it believes to run on Lambda, and
 * always unpacks into the temp folder; the launcher points the browser (and nothing else) at both.
 */
async function packaged() {
  if (platform !== 'linux' || process.arch !== 'x64') return undefined;
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve('@sparticuz/chromium')).replace(/build.*$/, '');
  const { version } = require(join(home, 'package.json'));
  const cache = resolve(home, '../../.cache', `chromium-${version}`);
  const launcher = join(cache, 'launch');
  if (existsSync(launcher)) return launcher;

  mkdirSync(dirname(cache), { recursive: true });
  const fresh = mkdtempSync(`${cache}-`);
  const script = `import(process.argv[1]).then((m) => m.default.executablePath())`;
  const entry = pathToFileURL(join(home, 'build/esm/index.js')).href;
  const { status } = spawnSync(process.execPath, ['-e', script, entry], {
    env: { ...env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) return undefined;
  writeFileSync(join(fresh, 'fonts.conf'), fontConfig(cache));
  writeFileSync(join(fresh, 'launch'), launchScript);
  chmodSync(join(fresh, 'launch'), 0o755);
  try {
    renameSync(fresh, cache); // at once, so that nobody starts a half-unpacked browser
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another process was quicker
  }
  return existsSync(launcher) && answers(launcher) ? launcher : undefined;
}

const launchScript = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

const fontConfig = (cache) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(cache, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(cache, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The path of a Chromium that starts, or `undefined`. */
export async function findBrowser() {
  if (env.CHROME_PATH) return existsSync(env.CHROME_PATH) ? env.CHROME_PATH : undefined;
  return installed() ?? (await packaged());
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const path = await findBrowser();
  if (!path) process.exit(1);
  console.log(path);
}
