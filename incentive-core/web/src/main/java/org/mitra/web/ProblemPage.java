package org.mitra.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mitra.text.Texts;

/**
 * The page for pages that cannot be shown, and the same as JSON for programs. Plain, because it has
 * to work when nothing else does. It shows nothing that came with the request.
 */
@WebServlet("/problem")
public class ProblemPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Visitor visitor;
  @Inject private transient ProblemJson json;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Integer error = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = error == null ? HttpServletResponse.SC_NOT_FOUND : error;
    response.setStatus(status);
    String asked = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String root = request.getContextPath();
    if (asked != null && asked.startsWith(root) && Requests.isApi(asked.substring(root.length()))) {
      json.write(Problems.ofStatus(status), response);
    } else {
      write(status, root, response);
    }
  }

  private void write(int status, String root, HttpServletResponse response) throws IOException {
    Texts texts = Texts.in(visitor.locale());
    String reason = "page.problem." + status;
    String text = texts.has(reason) ? reason : "page.problem." + (status < 500 ? 400 : 500);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="UTF-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%s</title>
            <link rel="stylesheet" href="%s/jakarta.faces.resource/mitra.css.xhtml?ln=mitra"/></head>
            <body><header class="bar"><a class="brand" href="%s/home"><span class="brand-mark">m</span> Mitra</a></header>
            <main><div class="card narrow"><h1>%s</h1><p>%s</p>
            <p class="actions"><a class="button" href="%s/home">%s</a></p></div></main></body></html>
            """
                .formatted(
                    visitor.getLanguage(),
                    texts.get("page.problem"),
                    root,
                    root,
                    texts.get("page.problem"),
                    texts.get(text),
                    root,
                    texts.get("page.home")));
  }
}
