//! What the page shows of taking how somebody likes it to another device: a code to scan or print, a file to save or bring, and the question about
//! what came.

use super::carrying::{Said, Wish};
use super::screen::{Msg, Screen};
use crate::files;
use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

/// The question whether to use what came with the address; nothing where nothing came.
pub fn arrived(screen: &Screen<'_>) -> Html {
    let (words, carrying) = (&screen.page.words, screen.carrying);
    let does = |wish: Wish| screen.link.reform(move |_| Msg::Carry(wish.clone()));
    let asks = carrying.came.is_some();
    html! {
        <div data-scan-group="" tabindex="-1" role="group" aria-label={words.like_carry.clone()} data-scan-first={asks.then_some("")}>
            if asks {
                <p class="question">{ &words.like_came }</p>
                <button type="button" class="path" data-action="use" onclick={does(Wish::Use)}>{ &words.like_use }</button>
                <button type="button" class="path" data-action="leave" onclick={does(Wish::Leave)}>{ &words.like_leave }</button>
            }
        </div>
    }
}

/// The code, and what can be done with it.
pub fn view(screen: &Screen<'_>) -> Html {
    let (words, address) = (&screen.page.words, &screen.carrying.address);
    let does = |wish: Wish| screen.link.reform(move |_| Msg::Carry(wish.clone()));
    let link = screen.link.clone();
    let bring = Callback::from(move |event: yew::Event| {
        let link = link.clone();
        files::bring(&event, move |text| link.emit(Msg::Carry(Wish::File(text))));
    });
    let said = match screen.carrying.said {
        Said::Nothing => "",
        Said::Used => &words.like_used,
        Said::Other => &words.like_file_other,
        Said::Newer => &words.like_file_newer,
    };
    let shown = if address.is_some() { "true" } else { "false" };
    html! {
        <section data-scan-group="" tabindex="-1" aria-label={words.like_carry.clone()}>
            <h2>{ &words.like_carry }</h2>
            <p>{ &words.like_carry_about }</p>
            <div class="files">
                <button type="button" class="path" data-action="code" aria-expanded={shown} onclick={does(Wish::Code)}>{ &words.like_code }</button>
                <button type="button" class="path" data-action="save" onclick={does(Wish::Save)}>{ &words.like_save }</button>
                <label for="like-file">{ &words.like_load }</label>
                <input type="file" id="like-file" accept=".txt,text/plain" onchange={bring} />
            </div>
            <p role="status">{ said }</p>
            if let Some(address) = address {
                <div class="paper">
                    <h3>{ &words.like_code_title }</h3>
                    { code(address, &words.like_code_alt) }
                    <p>{ &words.like_code_how }</p>
                    <button type="button" class="path" data-action="print" onclick={does(Wish::Print)}>{ &words.like_print }</button>
                </div>
            }
        </section>
    }
}

/// The code as a drawing: dark squares on a light ground in every theme, with the margin of 4 squares that ISO/IEC 18004 asks for.
fn code(address: &str, alt: &str) -> Html {
    const MARGIN: i32 = 4;
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Low) else { return html! {} };
    let size = code.size();
    let dark = (0..size * size).map(|index| (index % size, index / size)).filter(|(x, y)| code.get_module(*x, *y));
    let squares: String = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN)).collect();
    let side = size + 2 * MARGIN;
    html! {
        <svg class="code" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={alt.to_owned()} focusable="false"><path d={squares} /></svg>
    }
}
