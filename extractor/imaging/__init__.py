"""Makes a page image upright, straight and free of coloured ink."""
