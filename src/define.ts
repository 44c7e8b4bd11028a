import './define/source';
import './define/scatter';
import './define/quadrant';
