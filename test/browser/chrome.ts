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

/** The path of an installed Chrome, Edge or Chromium, on Linux else of the packaged one; undefined where there is none. */
export const findBrowser = async (): Promise<string | undefined> => {
  const installed = usualPlaces().find((path) => existsSync(path));
  if (installed !== undefined || platform !== 'linux' || process.arch !== 'x64') return installed;
  return packaged.executablePath();
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

/** Starts the browser without a window and with an empty profile. */
export const launch = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, headless: true, args: FLAGS });
