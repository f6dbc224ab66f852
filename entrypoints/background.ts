import { defineBackground } from 'wxt/utils/define-background';
import { prepareEngine } from '../lib/background/engine';
import { mergeSoon, repairIndex } from '../lib/background/index-care';
import { careForLibrary } from '../lib/background/library-care';
import { pageCalls } from '../lib/background/page-calls';
import { panelCalls } from '../lib/background/panel-calls';
import { openAndRead } from '../lib/background/start-reading';
import { purgeSoon } from '../lib/background/trash-care';
import { pageInTab } from '../lib/messages/call';
import { serveOwnPages, servePages } from '../lib/messages/serve';
import { createMenu, onCommand, renameMenu, onInstalled, onReadGesture } from '../lib/platform/gestures';
import { onLanguageChanged, renewTexts } from '../lib/platform/language';
import { onSitesChanged, registerAllowedSites } from '../lib/platform/always-on';
import { openOwnPage } from '../lib/platform/tabs';
import { say } from '../lib/platform/words';

export default defineBackground(() => {
  servePages(pageCalls);
  serveOwnPages(panelCalls);
  onReadGesture((tabId) => {
    void openAndRead(tabId);
    prepareEngine();
  });
  onCommand(
    'focus-page',
    (tabId) =>
      void pageInTab(tabId)
        .focusPage()
        .catch(() => false),
  );
  onSitesChanged(() => void registerAllowedSites());
  onInstalled((isFirst) => {
    if (isFirst) void openOwnPage('welcome.html');
    void renewTexts().then(() => createMenu(say('extension.menu')));
    void registerAllowedSites();
    void repairIndex();
  });
  onLanguageChanged(() => void renameMenu(say('extension.menu')));
  careForLibrary();
  mergeSoon();
  purgeSoon();
});
