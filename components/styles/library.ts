import './library-list.css';
import './library-article.css';
import './library-dialogs.css';
import './library-wide.css';
import './codebook.css';
import './import.css';
import './coding.css';
import './compare.css';
