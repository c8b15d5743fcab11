"""What is missing in a place, rests on too little, or is worth knowing."""
