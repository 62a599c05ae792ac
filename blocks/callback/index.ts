import { registerBlockType, type BlockConfiguration } from '@wordpress/blocks';
import metadata from './block.json';
import { Edit, type CallbackAttributes } from './edit';
import { icon } from './icon';
import './style.scss';
import './editor.scss';

registerBlockType( metadata as BlockConfiguration< CallbackAttributes >, {
	icon,
	edit: Edit,
	// Rendered by render.php.
	save: () => null,
} );
