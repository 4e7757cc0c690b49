/** Each setting: why it matters, and a value that would do. */
export const SETTINGS: Readonly<Record<string, { readonly why: string; readonly mend: string }>> = {
  HOST: { why: 'the desk listens at this address', mend: 'Leave HOST away for this computer alone, or set 0.0.0.0 to let others in.' },
  PORT: { why: 'the desk listens at this port', mend: 'Leave PORT away for 3978, or set a free port.' },
  DATABASE_URL: {
    why: 'talks and cases are kept there',
    mend: 'Leave DATABASE_URL away for data/activation-desk.db, or set file:PATH or postgres://USER:PASSWORD@HOST:5432/DATABASE.',
  },
  HELPDESK_CONTACT: {
    why: 'people who want a person are shown it',
    mend: 'Set HELPDESK_CONTACT to a mail address (help@example.org) or a link (https://…), or leave it away.',
  },
  DEFAULT_LANGUAGE: {
    why: 'who writes from a channel that names no language is greeted in it',
    mend: 'Leave DEFAULT_LANGUAGE away for English, or set de for German.',
  },
  MicrosoftAppType: {
    why: 'the desk signs in to the Bot Framework by it',
    mend: 'Set MicrosoftAppType to what the registration says: SingleTenant, MultiTenant or UserAssignedMSI.',
  },
  MicrosoftAppId: {
    why: 'without it nobody who posts to /api/messages is authenticated, so only this computer may',
    mend: "Set MicrosoftAppId to the registration's application (client) id, or leave it away for Web Chat alone.",
  },
  MicrosoftAppPassword: {
    why: 'the desk signs in with it',
    mend: "Set MicrosoftAppPassword to a client secret's value (not its id) of the registration.",
  },
  MicrosoftAppTenantId: {
    why: 'the desk signs in at this tenant',
    mend: 'Set MicrosoftAppTenantId to the directory (tenant) id of the registration.',
  },
  BotOpenIdMetadata: {
    why: "the Bot Framework's keys are fetched there",
    mend: "Leave BotOpenIdMetadata away for Microsoft's public cloud, or set the link of your cloud.",
  },
  WEBCHAT_ORIGINS: {
    why: 'pages of these origins may hold the chat; every other page but our own is refused',
    mend: 'Leave WEBCHAT_ORIGINS away for our own page alone, or set origins such as https://intranet.example.org, by commas.',
  },
  CHANNEL_HOSTS: {
    why: "replies are sent to no other hosts than Microsoft's and these",
    mend: 'Leave CHANNEL_HOSTS away, or set host names with commas between them.',
  },
  PROXIES: {
    why: 'the address that requests are counted by is read from so many proxies',
    mend: 'Set PROXIES to the number of proxies in front, or leave it away for none.',
  },
  TURNS_PER_PERSON: { why: 'nobody may say more in a minute', mend: 'Leave TURNS_PER_PERSON away for 60, or set a number.' },
  REQUESTS_PER_ADDRESS: { why: 'no address may ask more in a minute', mend: 'Leave REQUESTS_PER_ADDRESS away for 600, or set a number.' },
  STANDINGS_KEPT: {
    why: 'so many walks through the tree are kept in memory',
    mend: 'Leave STANDINGS_KEPT away for 10000, or set a number; 0 keeps none.',
  },
  LOG_LEVEL: {
    why: 'it says how much is logged',
    mend: 'Leave LOG_LEVEL away for info, or set silent, fatal, error, warn, info or debug.',
  },
  METRICS_TOKEN: {
    why: 'who shows it may read /metrics',
    mend: 'Set METRICS_TOKEN to 16 random characters or more, or leave it away so that only this computer may.',
  },
  KEEP_TALK_DAYS: { why: 'talks are deleted by it', mend: 'Leave KEEP_TALK_DAYS away for 30, or set a number of days.' },
  KEEP_CASE_DAYS: { why: 'closed cases are deleted by it', mend: 'Leave KEEP_CASE_DAYS away for 180, or set a number of days.' },
  KEEP_LEDGER_HOURS: {
    why: 'a message that comes twice within it is answered once',
    mend: 'Leave KEEP_LEDGER_HOURS away for 24, or set a number of hours.',
  },
  KEEP_UNSENT_DAYS: {
    why: 'replies that no channel takes are given up by it',
    mend: 'Leave KEEP_UNSENT_DAYS away for 7, or set a number of days.',
  },
  KEEP_AUDIT_DAYS: { why: 'what staff did is on record for so long', mend: 'Leave KEEP_AUDIT_DAYS away for 365, or set a number of days.' },
  FORGOTTEN_FILE: {
    why: 'it lists who was forgotten, so that a copy of the database does not bring them back',
    mend: 'Leave FORGOTTEN_FILE away, or set a path outside of what is copied back with the database.',
  },
  STAFF_IDS: {
    why: 'these people may look up cases from the compose box of Teams',
    mend: 'Leave STAFF_IDS away for nobody, or set object ids of Entra with commas between them.',
  },
  ORGANISATION: {
    why: 'the app package of Teams names who offers the desk',
    mend: 'Set ORGANISATION to a name of at most 32 characters, or leave it away for a development package.',
  },
  PUBLIC_URL: { why: "the app package of Teams links the desk's page", mend: 'Set PUBLIC_URL to a link that begins with https://.' },
  PRIVACY_URL: {
    why: 'the app package of Teams links your page on privacy',
    mend: 'Leave PRIVACY_URL away for PUBLIC_URL, or set a link that begins with https://.',
  },
  TERMS_URL: {
    why: 'the app package of Teams links your terms of use',
    mend: 'Leave TERMS_URL away for PUBLIC_URL, or set a link that begins with https://.',
  },
  TEAMS_APP_ID: {
    why: 'Teams knows the app by it',
    mend: "Leave TEAMS_APP_ID away for the bot's own id, or set another GUID.",
  },
  DESK_HOURS: {
    why: 'people are told when somebody is there',
    mend: 'Leave DESK_HOURS away so that nothing is promised, or set hours by weekday, such as Mon-Fri 08:00-17:00.',
  },
  DESK_ZONE: { why: 'DESK_HOURS are hours of this zone', mend: 'Leave DESK_ZONE away for UTC, or set a name such as Europe/Berlin.' },
  DESK_HOLIDAYS: {
    why: 'nobody is there on these days',
    mend: 'Leave DESK_HOLIDAYS away, or set dates with commas between them, such as 2026-12-25.',
  },
  IDLE_HOURS: {
    why: 'a talk that its person left unsolved becomes a case after them',
    mend: 'Leave IDLE_HOURS away for 24, or set a whole number of hours.',
  },
  HANDOVER_HOURS: {
    why: 'a request for a person that nobody took ends after them',
    mend: 'Leave HANDOVER_HOURS away for 72, or set a whole number of hours.',
  },
  WEBHOOK_URL: { why: 'another system is told of cases there', mend: 'Leave WEBHOOK_URL away, or set a link that begins with https://.' },
  WEBHOOK_SECRET: { why: 'what is told there is signed with it', mend: 'Set WEBHOOK_SECRET to 16 random characters or more.' },
  ZAMMAD_URL: { why: 'tickets are opened there', mend: 'Leave ZAMMAD_URL away, or set the address of your Zammad.' },
  ZAMMAD_TOKEN: { why: 'the desk signs in to Zammad with it', mend: 'Set ZAMMAD_TOKEN to an access token of an agent in Zammad.' },
  ZAMMAD_GROUP: {
    why: 'tickets are opened in this group',
    mend: 'Leave ZAMMAD_GROUP away for Users, or set the name of a group in Zammad.',
  },
  ZAMMAD_CUSTOMER: { why: 'tickets are opened for this customer', mend: 'Set ZAMMAD_CUSTOMER to a mail address that Zammad knows.' },
  HOOK_SECRET: {
    why: 'calls from other systems must be signed with it',
    mend: 'Set HOOK_SECRET to 16 random characters or more, or leave it away so that no calls are taken.',
  },
  SIGN_IN_ISSUER: {
    why: 'staff sign in there',
    mend: 'Leave SIGN_IN_ISSUER away for the link that is printed at start, or set the https address of an OpenID Connect issuer.',
  },
  SIGN_IN_CLIENT_ID: { why: 'the issuer knows the desk by it', mend: "Set SIGN_IN_CLIENT_ID to the client id of the desk's registration." },
  SIGN_IN_CLIENT_SECRET: {
    why: 'the desk shows it to the issuer',
    mend: 'Leave SIGN_IN_CLIENT_SECRET away for a public client, or set the secret of the registration.',
  },
  SIGN_IN_CLAIM: {
    why: 'the role of staff is read from this claim',
    mend: 'Leave SIGN_IN_CLAIM away for roles, or set the name of a claim.',
  },
  SIGN_IN_READERS: {
    why: 'who has one of these values may read',
    mend: 'Leave SIGN_IN_READERS away for reader, or set values with commas.',
  },
  SIGN_IN_AGENTS: {
    why: 'who has one of these values works on cases',
    mend: 'Leave SIGN_IN_AGENTS away for agent, or set values with commas.',
  },
  SIGN_IN_LEADS: { why: 'who has one of these values leads', mend: 'Leave SIGN_IN_LEADS away for lead, or set values with commas.' },
};
