"""How is the reader's model made? Data, training, quantisation and export, in PyTorch on two cores."""
