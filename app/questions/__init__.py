"""The questions that the product answers: a folder a question, the same word for it in every layer."""
