import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'chrome',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_APPS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * What a browser under test is started with. Our own pages are all it opens, and containers rarely allow the sandbox
 * (root never) or have a /dev/shm large enough.
 */
export const BROWSER_ARGS = ['--no-sandbox', '--disable-dev-shm-usage'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return folders.flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return folders.filter(Boolean).flatMap((folder) => WINDOWS_APPS.map((app) => join(folder, app)));
  }
  return ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  );
}

function onPath() {
  const extension = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + extension)));
}

/** The path of an installed Chrome, Chromium or Edge, or undefined. `CHROME_PATH` goes before all. */
export function findBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  return [...onPath(), ...usualPlaces()].find((file) => existsSync(file) && isExecutable(file));
}

function isRootOnDebian() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installOnDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync('apt-get', args, { stdio: 'inherit', env });
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

const HOW_TO = {
  darwin: '  brew install --cask google-chrome',
  win32: '  winget install Google.Chrome',
  linux:
    '  sudo apt-get install chromium      (Debian, Ubuntu)\n  sudo dnf install chromium          (Fedora)',
};

/** The browser for the tests; installs Debian's package where it may, else throws with what to install. */
export function requireBrowser() {
  let browser = findBrowser();
  if (!browser && isRootOnDebian()) {
    console.log('No browser found: installing the package chromium.');
    installOnDebian();
    browser = findBrowser();
  }
  if (browser && existsSync(browser)) return browser;
  const reason = browser
    ? `CHROME_PATH is ${browser}, which is no file.`
    : 'No Chrome, Chromium or Edge found.';
  const how = HOW_TO[process.platform] ?? HOW_TO.linux;
  throw new Error(
    `${reason} The browser tests need one. Install it:\n${how}\nor set CHROME_PATH to its program.`,
  );
}
