"""Names as sources write them, and whom they mean: listed with proposals, said in bulk or one by one, by spreadsheet."""
