"""The other languages of what is taken from the public: ``public`` finds them and names them in the question,
``actions`` does the same to them where the editor ticked the box."""
