/** A public page that advice rests on, with the day on which its text was read, or else on which others that quote it were. */
export type Source = {
  readonly title: string;
  readonly url: string;
  /** The date printed in the page. */
  readonly updated?: string;
  readonly note?: string;
} & ({ readonly read: string } | { readonly quoted: string });

/** Addresses were derived from the pages' files in Microsoft's documentation repositories and may redirect. */
export const SOURCES = {
  'troubleshoot-volume-activation-of-office': {
    title: 'Troubleshoot volume activation of Office',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/troubleshoot-volume-activation-of-office',
    read: '2026-11-24',
    updated: '2023-04-28',
  },
  'slerror-header': {
    title: 'slerror.h, Windows SDK 10.0.16299 (copy of the header)',
    url: 'https://github.com/tpn/winsdk-10/',
    read: '2026-11-24',
  },
  'tools-to-manage-volume-activation-of-office': {
    title: 'Tools to manage volume activation of Office',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/tools-to-manage-volume-activation-of-office',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  'founding-page': {
    title: 'Activate volume editions of Office',
    url: 'https://support.microsoft.com/en-us/office/activate-volume-editions-of-office-b70a28a9-8257-40ba-921b-7bddd9a0324b',
    read: '2026-11-24',
    note: "read as a saved copy; the address is that of the copy in today's form, which was not opened",
  },
  'product-keys-for-vl': {
    title: 'Find and use product keys for volume licensing',
    url: 'https://learn.microsoft.com/en-us/microsoft-365/commerce/licenses/product-keys-for-vl',
    read: '2026-11-24',
    updated: '2024-12-13',
  },
  gvlks: {
    title: 'GVLKs for KMS and Active Directory-based activation of Office, Project, and Visio',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/gvlks',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  'troubleshoot-activation-error-codes': {
    title: 'Troubleshoot Windows activation error codes',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes',
    read: '2026-11-24',
    updated: '2025-01-15',
  },
  'configure-a-kms-host-computer-for-office': {
    title: 'Configure a KMS host computer to activate volume licensed versions of Office',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/configure-a-kms-host-computer-for-office',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  'activate-office-by-using-mak': {
    title: 'Activate volume licensed versions of Office by using MAK',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/activate-office-by-using-mak',
    read: '2026-11-24',
    updated: '2024-10-08',
  },
  'product-activation-portal': {
    title: 'Activate Microsoft perpetual products using the Product Activation Portal',
    url: 'https://support.microsoft.com/en-us/windows/activation/activate-microsoft-perpetual-products-using-the-product-activation-portal',
    quoted: '2026-11-24',
  },
  '0xcaa70007-and-0xcaa80000': {
    title: 'Microsoft 365 Apps activation error codes 0xCAA70007 and 0xCAA80000',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/0xcaa70007-and-0xcaa80000',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'error-0xc004c003': {
    title: 'Error 0xC004C003 "the specified product key is blocked" when activating Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/activation-error-0xc004c003-product-key-blocked',
    read: '2026-11-24',
    updated: '2026-05-27',
  },
  'contact-vl-support': {
    title: 'Contact volume licensing support',
    url: 'https://learn.microsoft.com/en-us/microsoft-365/commerce/licenses/contact-vl-support',
    read: '2026-11-24',
    updated: '2025-05-12',
  },
  'activate-office-2010-kms-host-via-phone-activation': {
    title: 'Activate Office 2010 KMS host through phone activation',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/activate-office-2010-kms-host-via-phone-activation',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'activate-office-by-using-kms': {
    title: 'Activate volume licensed versions of Office by using KMS',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/activate-office-by-using-kms',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  ee624355: {
    title: 'Volume activation of Office 2010 (ee624355)',
    url: 'https://technet.microsoft.com/library/ee624355.aspx',
    read: '2026-11-24',
  },
  'common-troubleshooting-procedures-kms-dns': {
    title: 'Guidelines for troubleshooting DNS-related activation issues',
    url: 'https://learn.microsoft.com/en-us/windows-server/get-started/common-troubleshooting-procedures-kms-dns',
    read: '2026-11-24',
  },
  'error-0x8007232b': {
    title: 'Error 0x8007232B "DNS name does not exist" when activating Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/activation-error-0x8007232b-dns-name-does-not-exist',
    read: '2026-11-24',
    updated: '2026-05-21',
  },
  'error-0x8007232a': {
    title: 'Error 0x8007232A "DNS server failure" when you activate Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/activation-error-0x8007232a-dns-server-failure',
    read: '2026-11-24',
    updated: '2026-05-12',
  },
  'error-0xc004f074-activate-windows': {
    title: 'Error 0xC004F074 when you activate Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/error-0xc004f074-activate-windows',
    read: '2026-11-24',
    updated: '2026-02-12',
  },
  'event-8198': {
    title: 'Event 8198, error 0xC0020017 or 0x8007139F when activating Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/activation-event-8198-error-0xc0020017-0x8007139f-kms-contact-failure',
    read: '2026-11-24',
    updated: '2026-05-23',
  },
  'error-0xc004f06c-activate-windows': {
    title: 'Error 0xC004F06C when you activate Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/error-0xc004f06c-activate-windows',
    read: '2026-11-24',
  },
  '0xc004f038-computer-not-activate': {
    title: '"0xC004F038: The computer couldn\'t be activated" error in KMS activation',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/administration/0xc004f038-computer-not-activate',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'error-0xc004f038': {
    title: 'Error 0xC004F038 "The count reported by your KMS is insufficient" when you activate Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/activation-error-0xc004cf038-insufficient-kms-host-pool-count',
    read: '2026-11-24',
    updated: '2026-05-29',
  },
  'rearm-office-image': {
    title: "Rearm a volume licensed version of Office that's included in an operating system image",
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/rearm-an-office-installation-on-an-image-when-using-kms-to-activate',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  'error-0xc004f042': {
    title: 'Error 0xC004F042 "The specified KMS can\'t be used" when you activate Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/activation-error-0xc004cf042-cant-use-specified-kms',
    read: '2026-11-24',
    updated: '2026-05-29',
  },
  'deploy-office-issue-832': {
    title: 'OfficeDocs-DeployOffice issue 832: OSPP.VBS commands registry location incorrect',
    url: 'https://github.com/MicrosoftDocs/OfficeDocs-DeployOffice/issues/832',
    read: '2026-11-24',
    updated: '2020-07-21',
  },
  'deploy-office-issue-872': {
    title: 'OfficeDocs-DeployOffice issue 872: incorrect registry information in /sethst',
    url: 'https://github.com/MicrosoftDocs/OfficeDocs-DeployOffice/issues/872',
    read: '2026-11-24',
    updated: '2020-10-12',
  },
  'kb-2870357': {
    title: 'KB 2870357, the page that ospp.vbs links to',
    url: 'https://support.microsoft.com/kb/2870357',
    read: '2026-11-24',
    note: 'only two sections could be read',
  },
  'activate-office-by-using-active-directory': {
    title: 'Activate volume licensed versions of Office by using Active Directory',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/activate-office-by-using-active-directory',
    read: '2026-11-24',
    updated: '2024-09-19',
  },
  'troubleshoot-adba-clients-not-activate': {
    title: "Troubleshoot Active Directory-based activation clients that can't activate",
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/troubleshoot-adba-clients-not-activate',
    read: '2026-11-24',
  },
  'error-0xc004c008': {
    title: 'Error 0xC004C008 "The specified product key could not be used" when you activate Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/activation-error-0xc004c008-product-key-not-used',
    read: '2026-11-24',
    updated: '2026-05-28',
  },
  'invalid-product-key-or-license-mismatch-error': {
    title: '"Invalid product key or license mismatch" error message when you try to activate Office 2013',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/office-suite-issues/invalid-product-key-or-license-mismatch-error',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'configure-dns-to-activate-office-by-using-kms': {
    title: 'Configure DNS for activating volume licensed versions of Office by using KMS',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/configure-dns-to-activate-office-by-using-kms',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  'event-12293-error-0x800723-set-kms-host': {
    title: 'Event 12293 with error 0x800723… when setting up a KMS host',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/event-12293-error-0x800723-set-kms-host',
    read: '2026-11-24',
  },
  'kms-current-count-not-increase': {
    title: "The KMS current count doesn't increase",
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-client/licensing-and-activation/kms-current-count-not-increase',
    read: '2026-11-24',
  },
  'guidance-on-installing-a-second-kms-host-for-office': {
    title: 'How to install a second KMS host for Office in an environment that has an existing KMS host for Windows',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/installation/guidance-on-installing-a-second-kms-host-for-office',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'plan-volume-activation-of-office': {
    title: 'Overview of volume activation of Office',
    url: 'https://learn.microsoft.com/en-us/office/volume-license-activation/plan-volume-activation-of-office',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  'proxy-activation-vamt': {
    title: 'Perform proxy activation (VAMT)',
    url: 'https://learn.microsoft.com/en-us/windows/deployment/volume-activation/proxy-activation-vamt',
    read: '2026-11-24',
  },
  'kms-create-host': {
    title: 'Create a Key Management Services (KMS) activation host',
    url: 'https://learn.microsoft.com/en-us/windows-server/get-started/kms-create-host',
    read: '2026-11-24',
  },
  'discover-remove-unauthorized-office-windows-kms-hosts': {
    title: 'How to discover Office and Windows KMS hosts through DNS and remove unauthorized instances',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/discover-remove-unauthorized-office-windows-kms-hosts',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'office-perpetual-volume-license-products': {
    title: 'Office LTSC 2021 and Office 2019 perpetual volume license products available as Click-to-Run',
    url: 'https://learn.microsoft.com/en-us/microsoft-365/troubleshoot/installation/office-perpetual-volume-license-products',
    read: '2026-11-24',
    updated: '2022-03-31',
  },
  'determine-office-license-type': {
    title: 'How to determine the license type of your Microsoft Office product',
    url: 'https://learn.microsoft.com/en-us/microsoft-365/troubleshoot/licensing/determine-office-license-type',
    read: '2026-11-24',
    updated: '2021-04-02',
  },
  'activation-troubleshoot-kms-general': {
    title: 'Guidelines for troubleshooting the Key Management Service (KMS)',
    url: 'https://learn.microsoft.com/en-us/windows-server/get-started/activation-troubleshoot-kms-general',
    read: '2026-11-24',
    updated: '2025-08-13',
  },
  'license-issue-when-start-office-application': {
    title: '"Microsoft Office cannot verify the license for this product" error when you start an Office app',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/license-issue-when-start-office-application',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'office-activation-process-issues': {
    title: 'Office activation process issues that can be repaired by using the Office Repair tool',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/office-activation-process-issues',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'error-0xc004e015': {
    title: 'Error 0xC004E015 (SL_E_EUL_CONSUMPTION_FAILED) when you activate Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/error-0xc004e015-sl-e-eul-consumption-failed-activate-windows',
    read: '2026-11-24',
    updated: '2025-01-15',
  },
  'rebuild-tokens-dotdat-file': {
    title: 'Rebuild the Tokens.dat file',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/rebuild-tokens-dotdat-file',
    read: '2026-11-24',
    updated: '2024-06-17',
  },
  'error-0x80070005-access-denied': {
    title: 'Error 0x80070005 "Access denied" when activating Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/error-0x80070005-access-denied',
    read: '2026-11-24',
  },
  '0x8007000d-activate-machine': {
    title: 'Error code 0x8007000D when you try to activate a Windows 7 machine by using any type of product key',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/0x8007000d-activate-machine',
    read: '2026-11-24',
    updated: '2023-12-26',
    note: 'written for Windows 7',
  },
  'deploy-office-issue-230': {
    title: 'OfficeDocs-DeployOffice issue 230',
    url: 'https://github.com/MicrosoftDocs/OfficeDocs-DeployOffice/issues/230',
    read: '2026-11-24',
  },
  'vbscript-timelines': {
    title: 'VBScript deprecation: Timelines and next steps (Windows IT Pro Blog)',
    url: 'https://techcommunity.microsoft.com/blog/windows-itpro-blog/vbscript-deprecation-timelines-and-next-steps/4148301',
    quoted: '2026-11-24',
    updated: '2024-05-22',
  },
  'deprecated-features': {
    title: 'Deprecated features for Windows client',
    url: 'https://learn.microsoft.com/en-us/windows/whats-new/deprecated-features',
    read: '2026-11-24',
    updated: '2024-08-05',
  },
  'deprecated-features-resources': {
    title: 'Resources for deprecated features in the Windows client',
    url: 'https://learn.microsoft.com/en-us/windows/whats-new/deprecated-features-resources',
    read: '2026-11-24',
    updated: '2024-08-12',
  },
  softwarelicensingproduct: {
    title: 'SoftwareLicensingProduct class',
    url: 'https://learn.microsoft.com/en-us/previous-versions/windows/desktop/sppwmi/softwarelicensingproduct',
    read: '2026-11-24',
  },
  'wmi-volume-activation': {
    title: 'WMI Properties and Methods for Volume Activation',
    url: 'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/dn502536(v=ws.11)',
    read: '2026-11-24',
  },
  oslicense: {
    title: 'OSLicense Module (PowerShell)',
    url: 'https://learn.microsoft.com/powershell/module/oslicense',
    read: '2026-11-24',
    updated: '2026-09-11',
  },
  'transfer-your-office-license': {
    title: 'Transfer your Office license',
    url: 'https://support.microsoft.com/en-us/office/transfer-your-office-license-to-another-device-or-another-person-8a967fb6-6c65-433e-800e-b9ae3436c2de',
    read: '2026-11-24',
  },
  vnextdiag: {
    title: 'Check the license and activation status for Microsoft 365 Apps',
    url: 'https://learn.microsoft.com/en-us/microsoft-365-apps/licensing-activation/vnextdiag',
    read: '2026-11-24',
    updated: '2024-03-15',
  },
  'activation-limits': {
    title: 'Microsoft 365 Apps activation limits',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/activation-limits',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'subscription-expired': {
    title: 'Microsoft 365 Apps activation Subscription expired error',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/subscription-expired',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'issue-when-activate-office-from-office-365': {
    title: '"Sorry, we can\'t connect to your account" error when you activate Office from Microsoft 365',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/issue-when-activate-office-from-office-365',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'get-help-command-line-overview': {
    title: 'Command line version of Get Help (replaces the Support and Recovery Assistant)',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/microsoft-365/admin/miscellaneous/get-help-command-line-overview',
    read: '2026-11-24',
    updated: '2026-03-24',
  },
  'reset-office-365-proplus-activation-state': {
    title: 'Reset activation state for Microsoft 365 Apps for enterprise',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/reset-office-365-proplus-activation-state',
    read: '2026-11-24',
  },
  'activate-with-product-key': {
    title: 'Activating Microsoft 365 Apps for Business with a product key',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/activate-with-product-key',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'activation-slmgr-vbs-options': {
    title: 'Slmgr.vbs options for obtaining volume activation information',
    url: 'https://learn.microsoft.com/en-us/windows-server/get-started/activation-slmgr-vbs-options',
    read: '2026-11-24',
  },
  'volume-license-serializer': {
    title: 'Overview of the Volume License (VL) Serializer',
    url: 'https://learn.microsoft.com/en-us/microsoft-365-apps/mac/volume-license-serializer',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  'ltsc-2021-spla': {
    title: 'Office LTSC 2021 deployment instructions for SPLA customers',
    url: 'https://learn.microsoft.com/en-us/office/ltsc/2021/spla',
    read: '2026-11-24',
    updated: '2024-09-18',
  },
  'plan-upgrade-older-versions-office': {
    title: 'Plan an upgrade from older versions of Office to Microsoft 365 Apps',
    url: 'https://learn.microsoft.com/en-us/microsoft-365-apps/end-of-support/plan-upgrade-older-versions-office',
    read: '2026-11-24',
    updated: '2024-09-19',
  },
  'ltsc-2024-overview': {
    title: 'Overview of Office LTSC 2024',
    url: 'https://learn.microsoft.com/en-us/office/ltsc/2024/overview',
    read: '2026-11-24',
    updated: '2024-09-19',
  },
  'office-2010-page-copy': {
    title: 'Activate volume editions of Microsoft Office (the Office 2010 version of the page, a copy)',
    url: 'https://www.scribd.com/document/461279505/Activare-of-Microsoft-Office',
    read: '2026-11-24',
  },
  'activation-error-0x80070005': {
    title: 'Microsoft 365 Apps activation error 0x80070005',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/activation-error-0x80070005',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'error-0x8007267c': {
    title: 'Windows activation fails with error 0x8007267C',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/windows-activation-fails-with-error-0x8007267',
    read: '2026-11-24',
  },
  'event-8208-8200-900': {
    title: 'Events 8208, 8200 and 900 in the Application log',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/event-id-8208-8200-900',
    read: '2026-11-24',
  },
  'tpm-malfunctioned': {
    title: 'Microsoft 365 Apps activation error: Trusted Platform Module malfunctioned',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/tpm-malfunctioned',
    read: '2026-11-24',
    updated: '2024-06-06',
  },
  'winerror-header': {
    title: 'winerror.h and winhttp.h, Windows SDK 10.0.16299 (copies of the headers)',
    url: 'https://github.com/tpn/winsdk-10/',
    read: '2026-11-24',
  },
  'slerror-header-7': {
    title: 'slerror.h, Windows SDK 7.1A (copy of the header)',
    url: 'https://github.com/tpn/winsdk-7',
    read: '2026-11-24',
  },
  'error-0xc004e002': {
    title: 'Error 0xC004E002 during Windows activation',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/error-0xc004e002-during-activation',
    read: '2026-11-24',
  },
  'error-0xc004f015': {
    title: 'Error 0xC004F015 when you activate Windows 10',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/error-0xc004f015-activate-windows-10',
    read: '2026-11-24',
  },
  'error-0xc004f063': {
    title: 'Error 0xC004F063 when activating an OEM version of Windows',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/0xc004f063-when-activating-oem-version',
    read: '2026-11-24',
  },
  'not-genuine-volume-licensed-kms-clients': {
    title: 'Activation failures and "not genuine" notifications on volume-licensed Windows 7 KMS clients',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-client/licensing-and-activation/activation-failures-not-genuine-notifications-volume-licensed-kms-client',
    read: '2026-11-24',
  },
  'activation-error-0xcaa50021': {
    title: 'Microsoft 365 Apps activation error 0xCAA50021',
    url: 'https://learn.microsoft.com/en-us/office/troubleshoot/activation/activation-error-0xcaa50021',
    read: '2026-11-24',
    updated: '2024-09-13',
  },
  'registry-settings-for-volume-activation': {
    title: 'Registry Settings for Volume Activation',
    url: 'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/dn502532(v=ws.11)',
    read: '2026-11-24',
    note: 'text read as a copy of the documentation file; an older page names the key of Windows Vista for the same values',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
