-- Nothing to do: the numbers of both databases go together, so that a backup of one restores into the other.
SELECT 1;
