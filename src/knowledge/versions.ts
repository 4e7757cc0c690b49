interface Version {
  readonly name: string;
  /** The folder that holds ospp.vbs. */
  readonly folder: 'Office14' | 'Office15' | 'Office16';
  /** How the volume edition is installed: MSI up to 2016, Click-to-Run since 2019. */
  readonly installed: 'MSI' | 'Click-to-Run';
  /** The day on which Microsoft's support ends or ended. */
  readonly supportEnds: string;
}

/**
 * The volume editions of Office, by year.
 * Source: "Plan an upgrade from older versions of Office" (to 2019), the LTSC overviews and third parties (2021 and 2024), read 2026-11-24.
 */
export const VERSIONS = {
  '2010': { name: 'Office 2010', folder: 'Office14', installed: 'MSI', supportEnds: '2020-10-13' },
  '2013': { name: 'Office 2013', folder: 'Office15', installed: 'MSI', supportEnds: '2023-04-11' },
  '2016': { name: 'Office 2016', folder: 'Office16', installed: 'MSI', supportEnds: '2025-10-14' },
  '2019': { name: 'Office 2019', folder: 'Office16', installed: 'Click-to-Run', supportEnds: '2025-10-14' },
  '2021': { name: 'Office LTSC 2021', folder: 'Office16', installed: 'Click-to-Run', supportEnds: '2026-10-13' },
  '2024': { name: 'Office LTSC 2024', folder: 'Office16', installed: 'Click-to-Run', supportEnds: '2029-10-09' },
} as const satisfies Record<string, Version>;

export type OfficeVersion = keyof typeof VERSIONS;

export const isOfficeVersion = (year: string): year is OfficeVersion => Object.hasOwn(VERSIONS, year);
