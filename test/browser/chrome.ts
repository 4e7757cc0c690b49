import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const { env, platform } = process;

const APPS = '/Applications';
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

const folders = (...names: readonly (string | undefined)[]) => names.filter((name) => name !== undefined && name !== '');

const usualPlaces = (): readonly string[] => {
  if (platform === 'win32')
    return folders(env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA).flatMap((folder) =>
      WINDOWS.map((app) => join(`${folder}`, app)),
    );
  if (platform === 'darwin')
    return folders(APPS, env.HOME && join(env.HOME, 'Applications')).flatMap((folder) => MAC.map((app) => join(`${folder}`, app)));
  return folders(
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
    '/opt/microsoft/msedge',
  ).flatMap((folder) => COMMANDS.map((command) => join(`${folder}`, command)));
};

// A root user and containers have no sandbox; nothing but our own page is opened.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const start = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, headless: true, args: FLAGS });

/** Starts an installed Chrome, Edge or Chromium, on Linux else the packaged one, without a window; undefined where none starts. */
export const openBrowser = async (): Promise<Browser | undefined> => {
  const [installed] = usualPlaces().filter((path) => existsSync(path));
  // The packaged one is made for Linux on x64, and needs some libraries of the system.
  const packagedHere = platform === 'linux' && process.arch === 'x64';
  const reasons: unknown[] = [];
  for (const find of [async () => installed, async () => (packagedHere ? packaged.executablePath() : undefined)]) {
    try {
      const path = await find();
      if (path !== undefined) return await start(path);
    } catch (error) {
      reasons.push(error);
    }
  }
  console.warn('No browser could be started, so the browser tests are skipped. Install Chrome or Edge to run them.', ...reasons);
  return undefined;
};
