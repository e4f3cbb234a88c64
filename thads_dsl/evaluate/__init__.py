"""What a plan means: slow, plain, exact. The definition that every backend answers to."""

from thads_dsl.evaluate.run import evaluate

__all__ = ["evaluate"]
