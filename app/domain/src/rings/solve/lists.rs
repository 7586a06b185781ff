//! Many short lists of numbers, one after the other in memory.

/// Lists of numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    ends: Vec<usize>,
    all: Vec<usize>,
}

impl Lists {
    /// Adds a list.
    pub(super) fn push(&mut self, list: &[usize]) {
        self.all.extend_from_slice(list);
        self.ends.push(self.all.len());
    }

    /// How many lists there are.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// One of them.
    pub(super) fn get(&self, at: usize) -> &[usize] {
        let from = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.all[from..self.ends[at]]
    }

    /// For each number below `most`, the lists that hold it.
    pub(super) fn turned(&self, most: usize) -> Self {
        let mut ends = vec![0; most];
        self.all.iter().for_each(|number| ends[*number] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let (mut next, mut all) = (ends.clone(), vec![0; self.all.len()]);
        for at in (0..self.len()).rev() {
            for number in self.get(at) {
                next[*number] -= 1;
                all[next[*number]] = at;
            }
        }
        Self { ends, all }
    }
}
