import botbuilder from 'botbuilder';
import dialogs from 'botbuilder-dialogs';
import restify from 'restify';
import { listening } from './listening.mjs';

const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } = botbuilder;
const { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = dialogs;

const QUESTIONS = ['Which code?', 'Which method?', 'Which network?', 'Which version?', 'Anything else?'];

const state = new ConversationState(new MemoryStorage());
const set = new DialogSet(state.createProperty('dialog'));
set.add(new TextPrompt('text'));
set.add(
  new WaterfallDialog('guide', [
    ...QUESTIONS.map((question, at) => async (step) => {
      if (at > 0) step.values[at - 1] = step.result;
      return step.prompt('text', question);
    }),
    async (step) => {
      await step.context.sendActivity(`Done: ${Object.values(step.values).length}`);
      return step.endDialog();
    },
  ]),
);

class GuideBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dialog = await set.createContext(context);
      const { status } = await dialog.continueDialog();
      if (status === DialogTurnStatus.empty) await dialog.beginDialog('guide');
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await state.saveChanges(context, false);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new GuideBot();
const server = restify.createServer({ name: 'waterfall' });
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => listening(server.address()));
