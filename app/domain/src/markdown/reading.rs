//! From the events of a Markdown reader to the tree: a stack of what is open, never deeper than is drawn.

use super::{Address, DEEPEST, Inline, Node};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Parser, Tag};

pub(super) fn read(text: &str) -> Vec<Node> {
    let mut stack = Stack { open: vec![Open::new(Of::Page)], too_deep: 0 };
    Parser::new(text).for_each(|event| stack.take(event));
    while stack.open.len() > 1 {
        stack.close();
    }
    stack.open.pop().map(Open::into_nodes).unwrap_or_default()
}

struct Stack {
    open: Vec<Open>,
    /// How many are open beyond the greatest depth; what is in them goes to the deepest that is kept.
    too_deep: usize,
}

/// Something that has begun and not ended.
struct Open {
    of: Of,
    nodes: Vec<Node>,
    /// Words that no paragraph holds yet: in a paragraph itself, or in an item of a tight list.
    inlines: Vec<Inline>,
    items: Vec<Vec<Node>>,
}

enum Of {
    Page,
    Paragraph,
    Heading(u8),
    List(Option<u64>),
    Item,
    Quote,
    Code,
    Strong,
    Emphasis,
    Link(Address),
    /// What has no place in the tree, such as a picture or a link that leads nowhere safe: its words stay.
    Plain,
}

impl Stack {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(_) => self.close(),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => self.text(&text),
            Event::Code(text) => self.inline(Inline::Code(text.into_string())),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.node(Node::Rule),
            Event::TaskListMarker(_) => {}
        }
    }

    fn begin(&mut self, tag: Tag) {
        if self.open.len() > DEEPEST {
            self.too_deep += 1;
        } else {
            self.open.push(Open::new(of(tag)));
        }
    }

    fn close(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(mut closed) = (self.open.len() > 1).then(|| self.open.pop()).flatten() else { return };
        match closed.of {
            Of::Item => {
                let item = closed.into_nodes();
                self.top().items.push(item);
            }
            Of::Paragraph => self.node(Node::Paragraph(closed.inlines)),
            Of::Heading(level) => self.node(Node::Heading { level, text: closed.inlines }),
            Of::Code => self.node(Node::Code(closed.inlines.iter().map(words).collect())),
            Of::List(first) => {
                let mut items = std::mem::take(&mut closed.items);
                let strays = closed.into_nodes();
                items.extend((!strays.is_empty()).then_some(strays));
                self.node(Node::List { first, items });
            }
            Of::Quote | Of::Page => {
                let nodes = closed.into_nodes();
                self.node(Node::Quote(nodes));
            }
            Of::Strong => self.inline(Inline::Strong(closed.inlines)),
            Of::Emphasis => self.inline(Inline::Emphasis(closed.inlines)),
            Of::Link(to) => self.inline(Inline::Link { to, text: closed.inlines }),
            Of::Plain => {
                closed.nodes.into_iter().for_each(|node| self.node(node));
                closed.inlines.into_iter().for_each(|inline| self.inline(inline));
            }
        }
    }

    fn text(&mut self, text: &str) {
        match self.top().inlines.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.inline(Inline::Text(text.to_owned())),
        }
    }

    fn inline(&mut self, inline: Inline) {
        self.top().inlines.push(inline);
    }

    fn node(&mut self, node: Node) {
        let top = self.top();
        top.gather();
        top.nodes.push(node);
    }

    fn top(&mut self) -> &mut Open {
        self.open.last_mut().expect("the page stays open until everything is read")
    }
}

impl Open {
    const fn new(of: Of) -> Self {
        Self { of, nodes: Vec::new(), inlines: Vec::new(), items: Vec::new() }
    }

    /// Makes a paragraph of words that have none.
    fn gather(&mut self) {
        if !self.inlines.is_empty() {
            self.nodes.push(Node::Paragraph(std::mem::take(&mut self.inlines)));
        }
    }

    fn into_nodes(mut self) -> Vec<Node> {
        self.gather();
        self.nodes
    }
}

fn of(tag: Tag) -> Of {
    match tag {
        Tag::Paragraph | Tag::HtmlBlock => Of::Paragraph,
        Tag::Heading { level, .. } => Of::Heading(level_of(level)),
        Tag::BlockQuote(_) => Of::Quote,
        Tag::CodeBlock(_) => Of::Code,
        Tag::List(first) => Of::List(first),
        Tag::Item => Of::Item,
        Tag::Emphasis => Of::Emphasis,
        Tag::Strong => Of::Strong,
        Tag::Link { link_type, dest_url, .. } => {
            let to = if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.into_string() };
            Address::parse(&to).map_or(Of::Plain, Of::Link)
        }
        Tag::Image { .. }
        | Tag::FootnoteDefinition(_)
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Table(_)
        | Tag::TableHead
        | Tag::TableRow
        | Tag::TableCell
        | Tag::Strikethrough
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => Of::Plain,
    }
}

const fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The words of a piece of code, which holds nothing but text.
fn words(inline: &Inline) -> &str {
    match inline {
        Inline::Text(text) | Inline::Code(text) => text,
        Inline::Break => "\n",
        Inline::Strong(_) | Inline::Emphasis(_) | Inline::Link { .. } => "",
    }
}
