import type { ActingUser } from './domain/request-actions';
import { initialData } from './initial-data';

/** Who looks at the screen, as PHP told it. Without it nobody may do anything but look. */
export function actingUser(): ActingUser {
	const me = initialData();
	return {
		userId: me?.userId ?? 0,
		supervises: me?.can.supervise ?? false,
		takesCallbacks: me?.can.takeCallbacks ?? false,
	};
}
