"""Whether published procedures can be judged by: what is missing in them, what contradicts itself, what rests on nothing."""
