"""What one year's notice asks: dates, limits, required documents, each with its clause."""
