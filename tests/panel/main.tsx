import '../../components/styles/index';
import { render } from 'preact';
import { PanelApp } from '../../components/panel/PanelApp';
import { createPanelState } from '../../components/panel-state';
import { fakePort } from './fake-port';
import { SCENES } from './scenes';

/** The panel on invented data: `?scene=NAME`, for pictures and for the accessibility check. */
const scene = new URLSearchParams(location.search).get('scene') ?? 'some';
const port = fakePort(SCENES[scene]?.() ?? { view: null });
const root = document.querySelector('#panel');
if (root) render(<PanelApp port={port} state={createPanelState()} />, root);
Object.assign(window, { port });
