//! Which tensors do the files hold, and have they the shapes that the configuration asks for?

use crate::error::ModelError;
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

/// The tensors of one or more files, read in place.
pub struct Tensors<'w>(Vec<SafeTensors<'w>>);

impl<'w> Tensors<'w> {
    /// The tensors of all files, and the configuration that one of them holds.
    pub fn open(files: &[&'w [u8]]) -> Result<(Self, String), ModelError> {
        let broken = |error: safetensors::SafeTensorError| ModelError::NotTensors(error.to_string());
        let (mut all, mut config) = (Vec::with_capacity(files.len()), String::new());
        for file in files {
            let (_, header) = SafeTensors::read_metadata(file).map_err(broken)?;
            let metadata = header.metadata().as_ref();
            let get = |key: &str| metadata.and_then(|map| map.get(key)).cloned();
            let found = get("format").unwrap_or_default();
            if found != "newsgraph-reader/1" {
                return Err(ModelError::Format { found });
            }
            config = get("config").unwrap_or(config);
            all.push(SafeTensors::deserialize(file).map_err(broken)?);
        }
        Ok((Self(all), config))
    }

    fn find(&self, name: &str) -> Result<TensorView<'w>, ModelError> {
        self.0.iter().find_map(|file| file.tensor(name).ok()).ok_or_else(|| ModelError::tensor(name, "it is missing"))
    }

    /// The bytes of a tensor, whose type and shape must be these.
    pub fn bytes(&self, name: &str, dtype: Dtype, shape: &[usize]) -> Result<&'w [u8], ModelError> {
        let tensor = self.find(name)?;
        if tensor.dtype() != dtype || tensor.shape() != shape {
            let found = format!("it is {:?} {:?}, not {dtype:?} {shape:?}", tensor.dtype(), tensor.shape());
            return Err(ModelError::tensor(name, found));
        }
        Ok(tensor.data())
    }

    /// How many rows a tensor has.
    pub fn rows(&self, name: &str) -> Result<usize, ModelError> {
        let tensor = self.find(name)?;
        tensor.shape().first().copied().ok_or_else(|| ModelError::tensor(name, "it has no rows"))
    }

    /// Words of four bytes, in place.
    pub fn words(&self, name: &str, dtype: Dtype, shape: &[usize]) -> Result<&'w [[u8; 4]], ModelError> {
        Ok(self.bytes(name, dtype, shape)?.as_chunks().0)
    }

    /// Finite numbers.
    pub fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        let numbers: Vec<f32> = self.words(name, Dtype::F32, shape)?.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
        if numbers.iter().all(|number| number.is_finite()) {
            Ok(numbers)
        } else {
            Err(ModelError::tensor(name, "not all of its numbers are finite"))
        }
    }

    /// Numbers of 16 bits.
    pub fn halves(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        Ok(self.bytes(name, Dtype::F16, shape)?.as_chunks().0.iter().map(|bytes| half(*bytes)).collect())
    }

    /// Whole numbers.
    pub fn integers(&self, name: &str, shape: &[usize]) -> Result<Vec<i32>, ModelError> {
        Ok(self.words(name, Dtype::I32, shape)?.iter().map(|bytes| i32::from_le_bytes(*bytes)).collect())
    }
}

/// A float of 16 bits (IEEE 754 binary16) in 32; infinite ones and NaN come out as large numbers.
pub fn half(bytes: [u8; 2]) -> f32 {
    let bits = u32::from(u16::from_le_bytes(bytes));
    let (sign, rest) = ((bits & 0x8000) << 16, bits & 0x7FFF);
    // The exponents differ by 112; a product brings numbers without a leading one right too.
    let value = f32::from_bits(rest << 13) * f32::from_bits((127 + 112) << 23);
    f32::from_bits(value.to_bits() | sign)
}
