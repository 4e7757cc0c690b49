/** A command as it is typed. It is never translated; what it is for and how to take it back are said in `commands.json`. */
export interface Command {
  /** Words in capitals are for the person to fill in. */
  readonly line: string;
  /** Where it runs: in Office's own folder, anywhere in a command prompt, in PowerShell, or from the Run window. */
  readonly runs: 'office' | 'prompt' | 'powershell' | 'run';
  /** Asks for a window that was opened as administrator. */
  readonly elevated: boolean;
  /** What it prints where it went well, in the tool's own English; Windows translates slmgr's. Empty where it prints nothing. */
  readonly prints: string;
  /** It changes something, so there is a word on how to take that back. */
  readonly changes: boolean;
}

type Kind = Pick<Command, 'elevated' | 'changes'>;
const READS: Kind = { elevated: false, changes: false };
const READS_AS_ADMIN: Kind = { elevated: true, changes: false };
const CHANGES: Kind = { elevated: false, changes: true };
const CHANGES_AS_ADMIN: Kind = { elevated: true, changes: true };

const office = (line: string, prints: string, kind: Kind): Command => ({ line, runs: 'office', prints, ...kind });
const prompt = (line: string, prints: string, kind: Kind): Command => ({ line, runs: 'prompt', prints, ...kind });
const run = (line: string, kind: Kind): Command => ({ line, runs: 'run', prints: '', ...kind });
const powershell = (line: string, prints: string, kind: Kind): Command => ({ line, runs: 'powershell', prints, ...kind });

/** Office 2013 and later; Office 2010 has another application ID. */
const ALL_KEYS = `"ApplicationID='0ff1ce15-a989-479d-af46-f275c6370663' and PartialProductKey is not null"`;
const ONE_KEY = `"ApplicationID='0ff1ce15-a989-479d-af46-f275c6370663' and PartialProductKey='LAST5'"`;

/**
 * What advice asks people to run, and what else the tools can do; a step names a command as {{act}}.
 * Source: "Tools to manage volume activation of Office", "Slmgr.vbs options", the scripts' own text, and for PowerShell the classes
 * SoftwareLicensingProduct and SoftwareLicensingService, all read 2026-11-24.
 */
export const COMMANDS = {
  // ospp.vbs, in the folder of the Office version
  dstatus: office(
    'cscript ospp.vbs /dstatus',
    'LICENSE NAME, LICENSE STATUS, ERROR CODE, Last 5 characters of installed product key',
    READS_AS_ADMIN,
  ),
  dstatusall: office('cscript ospp.vbs /dstatusall', 'LICENSE NAME, LICENSE STATUS, ERROR CODE', READS_AS_ADMIN),
  act: office('cscript ospp.vbs /act', 'Product activation successful', CHANGES_AS_ADMIN),
  inpkey: office('cscript ospp.vbs /inpkey:XXXXX-XXXXX-XXXXX-XXXXX-XXXXX', 'Product key installation successful', CHANGES_AS_ADMIN),
  unpkey: office('cscript ospp.vbs /unpkey:LAST5', 'Product key uninstall successful', CHANGES_AS_ADMIN),
  inslic: office('cscript ospp.vbs /inslic:FILE.xrm-ms', 'Office license installed successfully.', CHANGES_AS_ADMIN),
  dhistoryacterr: office('cscript ospp.vbs /dhistoryacterr', 'Searching for Internet activation failure events', READS_AS_ADMIN),
  dhistorykms: office('cscript ospp.vbs /dhistorykms', 'Searching for KMS activation events', READS_AS_ADMIN),
  dinstid: office('cscript ospp.vbs /dinstid', 'Installation ID for: …', READS_AS_ADMIN),
  actcid: office('cscript ospp.vbs /actcid:CONFIRMATIONID', 'Offline product activation successful', CHANGES_AS_ADMIN),
  rearm: office('cscript ospp.vbs /rearm', 'Microsoft Office rearm successful.', CHANGES_AS_ADMIN),
  rearmsku: office('cscript ospp.vbs /rearm:SKUID', 'Microsoft Office rearm successful.', CHANGES_AS_ADMIN),
  ddescr: office('cscript ospp.vbs /ddescr:CODE', 'ERROR DESCRIPTION', READS),
  dcmid: office('cscript ospp.vbs /dcmid', 'Client Machine ID (CMID): …', READS_AS_ADMIN),
  sethst: office('cscript ospp.vbs /sethst:HOST', 'Successfully applied setting.', CHANGES_AS_ADMIN),
  setprt: office('cscript ospp.vbs /setprt:PORT', 'Successfully applied setting.', CHANGES_AS_ADMIN),
  remhst: office('cscript ospp.vbs /remhst', 'Successfully applied setting.', CHANGES_AS_ADMIN),
  cachst: office('cscript ospp.vbs /cachst:FALSE', 'Successfully applied setting.', CHANGES_AS_ADMIN),
  actype0: office('cscript ospp.vbs /actype:0', 'Successfully applied setting.', CHANGES_AS_ADMIN),
  actype2: office('cscript ospp.vbs /actype:2', 'Successfully applied setting.', CHANGES_AS_ADMIN),
  puserops: office('cscript ospp.vbs /puserops', 'Successfully applied setting.', CHANGES_AS_ADMIN),
  duserops: office('cscript ospp.vbs /duserops', 'Successfully applied setting.', CHANGES_AS_ADMIN),
  ospprearm: office('ospprearm.exe', 'Microsoft Office rearm successful.', CHANGES_AS_ADMIN),
  vnextdiag: office(
    'powershell -ExecutionPolicy Bypass -File vnextdiag.ps1 -action list',
    'Mode per ProductReleaseId: vNext | Device | Legacy',
    READS,
  ),
  // slmgr.vbs, for Windows and for the licence of a KMS host
  dli: prompt('cscript %windir%\\System32\\slmgr.vbs /dli', 'Name, License Status', READS),
  dlv: prompt('cscript %windir%\\System32\\slmgr.vbs /dlv', 'Name, Description, License Status, Activation ID', READS),
  dlvid: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /dlv ACTIVATION-ID',
    'Key Management Service is enabled on this machine, Current count',
    READS,
  ),
  dlvall: prompt('cscript %windir%\\System32\\slmgr.vbs /dlv all', 'Name, Activation ID, License Status, Current count', READS),
  xpr: prompt('cscript %windir%\\System32\\slmgr.vbs /xpr', 'a date, or that it is permanent', READS),
  ipk: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /ipk XXXXX-XXXXX-XXXXX-XXXXX-XXXXX',
    'Installed product key … successfully.',
    CHANGES_AS_ADMIN,
  ),
  ato: prompt('cscript %windir%\\System32\\slmgr.vbs /ato ACTIVATION-ID', 'Product activated successfully.', CHANGES_AS_ADMIN),
  dti: prompt('cscript %windir%\\System32\\slmgr.vbs /dti ACTIVATION-ID', 'Installation ID: …', READS_AS_ADMIN),
  atp: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /atp CONFIRMATION-ID ACTIVATION-ID',
    'Confirmation ID for product … deposited successfully.',
    CHANGES_AS_ADMIN,
  ),
  upk: prompt('cscript %windir%\\System32\\slmgr.vbs /upk ACTIVATION-ID', 'Uninstalled product key successfully.', CHANGES_AS_ADMIN),
  skms: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /skms HOST',
    'Key Management Service machine name set to HOST successfully.',
    CHANGES_AS_ADMIN,
  ),
  ckms: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /ckms',
    'Key Management Service machine name cleared successfully.',
    CHANGES_AS_ADMIN,
  ),
  sai: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /sai MINUTES',
    'Volume activation interval set to … minutes successfully.',
    CHANGES_AS_ADMIN,
  ),
  sri: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /sri MINUTES',
    'Volume renewal interval set to … minutes successfully.',
    CHANGES_AS_ADMIN,
  ),
  sprt: prompt('cscript %windir%\\System32\\slmgr.vbs /sprt PORT', 'Key Management Service port set to … successfully.', CHANGES_AS_ADMIN),
  sdns: prompt('cscript %windir%\\System32\\slmgr.vbs /sdns', 'DNS publishing enabled.', CHANGES_AS_ADMIN),
  cdns: prompt('cscript %windir%\\System32\\slmgr.vbs /cdns', 'DNS publishing disabled.', CHANGES_AS_ADMIN),
  rilc: prompt('cscript %windir%\\System32\\slmgr.vbs /rilc', 'Re-installing license files …', CHANGES_AS_ADMIN),
  winrearm: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /rearm',
    'Command completed successfully. Please restart the system …',
    CHANGES_AS_ADMIN,
  ),
  aolist: prompt('cscript %windir%\\System32\\slmgr.vbs /ao-list', 'Activation Objects', READS_AS_ADMIN),
  adonline: prompt(
    'cscript %windir%\\System32\\slmgr.vbs /ad-activation-online XXXXX-XXXXX-XXXXX-XXXXX-XXXXX',
    'Product activated successfully.',
    CHANGES_AS_ADMIN,
  ),
  // Windows and the network
  nslookup: prompt('nslookup -type=srv _vlmcs._tcp.DOMAIN', 'SRV service location, port, svr hostname', READS),
  ipconfig: prompt('ipconfig /all', 'DNS Servers, Connection-specific DNS Suffix, DNS Suffix Search List', READS),
  flushdns: prompt('ipconfig /flushdns', 'Successfully flushed the DNS Resolver Cache.', CHANGES),
  resync: prompt('w32tm /resync', 'The command completed successfully.', CHANGES_AS_ADMIN),
  winhttp: prompt('netsh winhttp show proxy', 'Direct access (no proxy server)', READS),
  startservice: prompt('net start sppsvc', 'The Software Protection service was started successfully.', CHANGES_AS_ADMIN),
  stopservice: prompt('net stop sppsvc', 'The Software Protection service was stopped successfully.', CHANGES_AS_ADMIN),
  startold: prompt('net start osppsvc', 'The Office Software Protection Platform service was started successfully.', CHANGES_AS_ADMIN),
  rentokens: prompt('ren %windir%\\System32\\spp\\store\\2.0\\tokens.dat tokens.bar', '', CHANGES_AS_ADMIN),
  sfc: prompt('sfc /scannow', 'Verification 100% complete.', CHANGES_AS_ADMIN),
  gpupdate: prompt('gpupdate /force', 'Computer Policy update has completed successfully.', CHANGES),
  slui: run('slui.exe 0x2a CODE', READS),
  appwiz: run('appwiz.cpl', READS),
  dism: prompt('DISM /Online /Add-Capability /CapabilityName:VBSCRIPT~~~~', 'The operation completed successfully.', CHANGES_AS_ADMIN),
  testport: powershell('Test-NetConnection HOST -Port 1688', 'TcpTestSucceeded : True', READS),
  resolve: powershell('Resolve-DnsName -Type SRV _vlmcs._tcp.DOMAIN', 'NameTarget, Port', READS),
  events: powershell(
    "Get-WinEvent -FilterHashtable @{LogName='Application'; ProviderName='Microsoft-Windows-Security-SPP'; Id=12288}",
    'TimeCreated, Message',
    READS,
  ),
  firewall: powershell('Set-NetFirewallRule -Name SPPSVC-In-TCP -Profile Domain,Private -Enabled True', '', CHANGES_AS_ADMIN),
  hostrole: powershell('Install-WindowsFeature -Name VolumeActivation -IncludeManagementTools', 'Success : True', CHANGES_AS_ADMIN),
  capability: powershell('Get-WindowsCapability -Online -Name VBSCRIPT*', 'State : Installed', READS_AS_ADMIN),
  // Without VBScript: what ospp.vbs does, from PowerShell
  readstate: powershell(
    `Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${ALL_KEYS} | Select-Object Name, Description, LicenseStatus, LicenseStatusReason, GracePeriodRemaining, PartialProductKey, KeyManagementServiceMachine, DiscoveredKeyManagementServiceMachineName`,
    'LicenseStatus : 1',
    READS,
  ),
  activate: powershell(
    `Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${ALL_KEYS} | Invoke-CimMethod -MethodName Activate`,
    'ReturnValue : 0',
    CHANGES_AS_ADMIN,
  ),
  installkey: powershell(
    "Get-CimInstance -ClassName SoftwareLicensingService | Invoke-CimMethod -MethodName InstallProductKey -Arguments @{ProductKey='XXXXX-XXXXX-XXXXX-XXXXX-XXXXX'}",
    'ReturnValue : 0',
    CHANGES_AS_ADMIN,
  ),
  removekey: powershell(
    `Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${ONE_KEY} | Invoke-CimMethod -MethodName UninstallProductKey`,
    'ReturnValue : 0',
    CHANGES_AS_ADMIN,
  ),
  storehost: powershell(
    `Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${ONE_KEY} | Invoke-CimMethod -MethodName SetKeyManagementServiceMachine -Arguments @{MachineName='HOST'}`,
    'ReturnValue : 0',
    CHANGES_AS_ADMIN,
  ),
  forgethost: powershell(
    `Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${ONE_KEY} | Invoke-CimMethod -MethodName ClearKeyManagementServiceMachine`,
    'ReturnValue : 0',
    CHANGES_AS_ADMIN,
  ),
  offlineid: powershell(
    `(Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${ONE_KEY}).OfflineInstallationId`,
    'the digits of the installation ID',
    READS,
  ),
  depositid: powershell(
    `$p = Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${ONE_KEY}; Invoke-CimMethod -InputObject $p -MethodName DepositOfflineConfirmationId -Arguments @{InstallationId=$p.OfflineInstallationId; ConfirmationId='CONFIRMATIONID'}`,
    'ReturnValue : 0',
    CHANGES_AS_ADMIN,
  ),
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;
export const isCommand = (id: string): id is CommandId => Object.hasOwn(COMMANDS, id);

/** The same from PowerShell, for a Windows without VBScript. Slmgr has no full replacement yet. */
export const WITHOUT_VBSCRIPT: Readonly<Partial<Record<CommandId, CommandId>>> = {
  dstatus: 'readstate',
  act: 'activate',
  inpkey: 'installkey',
  unpkey: 'removekey',
  sethst: 'storehost',
  remhst: 'forgethost',
  dinstid: 'offlineid',
  actcid: 'depositid',
  dhistorykms: 'events',
};
