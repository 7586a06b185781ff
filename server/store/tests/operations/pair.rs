//! Pairs in the database: what their people do, how they end, and what nobody else may read.
