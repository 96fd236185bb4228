"""The pages in English: written once in Vietnamese, said in English when a template is read and a sentence is shown."""
