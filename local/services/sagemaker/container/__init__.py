"""A model behind the HTTP contract of SageMaker's containers, as its built-in XGBoost answers."""
