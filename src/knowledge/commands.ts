/** A command as it is typed. It is never translated. */
export interface Command {
  readonly line: string;
  /** Where it runs: in Office's own folder, anywhere in a command prompt, or in PowerShell. */
  readonly runs: 'office' | 'prompt' | 'powershell';
  readonly elevated: boolean;
}

const office = (line: string, elevated = true): Command => ({ line, runs: 'office', elevated });
const prompt = (line: string, elevated = false): Command => ({ line, runs: 'prompt', elevated });
const powershell = (line: string, elevated = false): Command => ({ line, runs: 'powershell', elevated });

const OFFICE_PRODUCTS = `"ApplicationID='0ff1ce15-a989-479d-af46-f275c6370663' and PartialProductKey is not null"`;

/**
 * What advice asks people to run; a step names them as {{act}}. Words in capitals are for the person to fill in.
 * Source: "Tools to manage volume activation of Office", "Slmgr.vbs options", the scripts' own text.
 */
export const COMMANDS = {
  act: office('cscript ospp.vbs /act'),
  dstatus: office('cscript ospp.vbs /dstatus', false),
  dstatusall: office('cscript ospp.vbs /dstatusall', false),
  inpkey: office('cscript ospp.vbs /inpkey:XXXXX-XXXXX-XXXXX-XXXXX-XXXXX'),
  unpkey: office('cscript ospp.vbs /unpkey:LAST5'),
  dinstid: office('cscript ospp.vbs /dinstid'),
  actcid: office('cscript ospp.vbs /actcid:CONFIRMATIONID'),
  dcmid: office('cscript ospp.vbs /dcmid', false),
  ddescr: office('cscript ospp.vbs /ddescr:CODE', false),
  dhistoryacterr: office('cscript ospp.vbs /dhistoryacterr', false),
  dhistorykms: office('cscript ospp.vbs /dhistorykms', false),
  sethst: office('cscript ospp.vbs /sethst:HOST'),
  remhst: office('cscript ospp.vbs /remhst'),
  rearm: office('cscript ospp.vbs /rearm'),
  rearmsku: office('cscript ospp.vbs /rearm:SKUID'),
  actype0: office('cscript ospp.vbs /actype:0'),
  actype2: office('cscript ospp.vbs /actype:2'),
  puserops: office('cscript ospp.vbs /puserops'),
  ospprearm: office('ospprearm.exe'),
  vnextdiag: office('powershell -ExecutionPolicy Bypass -File vnextdiag.ps1 -action list', false),
  dlv: prompt('cscript %windir%\\System32\\slmgr.vbs /dlv'),
  dlvid: prompt('cscript %windir%\\System32\\slmgr.vbs /dlv ACTIVATION-ID'),
  dlvall: prompt('cscript %windir%\\System32\\slmgr.vbs /dlv all'),
  dli: prompt('cscript %windir%\\System32\\slmgr.vbs /dli'),
  ato: prompt('cscript %windir%\\System32\\slmgr.vbs /ato ACTIVATION-ID', true),
  dti: prompt('cscript %windir%\\System32\\slmgr.vbs /dti ACTIVATION-ID', true),
  atp: prompt('cscript %windir%\\System32\\slmgr.vbs /atp CONFIRMATION-ID ACTIVATION-ID', true),
  ipk: prompt('cscript %windir%\\System32\\slmgr.vbs /ipk XXXXX-XXXXX-XXXXX-XXXXX-XXXXX', true),
  upk: prompt('cscript %windir%\\System32\\slmgr.vbs /upk ACTIVATION-ID', true),
  ckms: prompt('cscript %windir%\\System32\\slmgr.vbs /ckms', true),
  sdns: prompt('cscript %windir%\\System32\\slmgr.vbs /sdns', true),
  cdns: prompt('cscript %windir%\\System32\\slmgr.vbs /cdns', true),
  sai: prompt('cscript %windir%\\System32\\slmgr.vbs /sai MINUTES', true),
  sri: prompt('cscript %windir%\\System32\\slmgr.vbs /sri MINUTES', true),
  rilc: prompt('cscript %windir%\\System32\\slmgr.vbs /rilc', true),
  winrearm: prompt('cscript %windir%\\System32\\slmgr.vbs /rearm', true),
  aolist: prompt('cscript %windir%\\System32\\slmgr.vbs /ao-list', true),
  adonline: prompt('cscript %windir%\\System32\\slmgr.vbs /ad-activation-online XXXXX-XXXXX-XXXXX-XXXXX-XXXXX', true),
  ipconfig: prompt('ipconfig /all'),
  flushdns: prompt('ipconfig /flushdns'),
  nslookup: prompt('nslookup -type=srv _vlmcs._tcp.DOMAIN'),
  resync: prompt('w32tm /resync', true),
  winhttp: prompt('netsh winhttp show proxy'),
  startservice: prompt('net start sppsvc', true),
  stopservice: prompt('net stop sppsvc', true),
  startold: prompt('net start osppsvc', true),
  rentokens: prompt('ren %windir%\\System32\\spp\\store\\2.0\\tokens.dat tokens.bar', true),
  sfc: prompt('sfc /scannow', true),
  gpupdate: prompt('gpupdate /force'),
  slui: prompt('slui.exe 0x2a CODE'),
  appwiz: prompt('appwiz.cpl'),
  dism: prompt('DISM /Online /Add-Capability /CapabilityName:VBSCRIPT~~~~', true),
  testport: powershell('Test-NetConnection HOST -Port 1688'),
  firewall: powershell('Set-NetFirewallRule -Name SPPSVC-In-TCP -Enabled True', true),
  hostrole: powershell('Install-WindowsFeature VolumeActivation -IncludeManagementTools', true),
  capability: powershell('Get-WindowsCapability -Online -Name VBSCRIPT*', true),
  readstate: powershell(
    `Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${OFFICE_PRODUCTS} | Select-Object Name, Description, LicenseStatus, LicenseStatusReason, GracePeriodRemaining, PartialProductKey, KeyManagementServiceMachine, DiscoveredKeyManagementServiceMachineName`,
  ),
  activate: powershell(
    `Get-CimInstance -ClassName SoftwareLicensingProduct -Filter ${OFFICE_PRODUCTS} | Invoke-CimMethod -MethodName Activate`,
    true,
  ),
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;
