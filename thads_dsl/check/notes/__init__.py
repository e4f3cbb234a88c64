"""Notes under lines (`Hiểu là:`, `Đính chính:`): what the lines mean with them."""
