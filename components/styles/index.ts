import './theme.css';
import './base.css';
import './panel.css';
import './lists.css';
import './notes.css';
import './changes.css';
import './options.css';
