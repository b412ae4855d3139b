// SPDX-License-Identifier: Apache-2.0
#include "core/report/words.h"

namespace topline {

std::string_view chinese_words(Code code) {
  switch (code) {
    case Code::unknown_column:
      return "没有名为“{name}”的列。最接近的有：{nearest}。请使用表头文字，或用 #3 表示第三列。";
    case Code::ambiguous_column:
      return "“{name}”对应不止一列（{columns}）。请用列号指明，例如 #3。";
    case Code::bad_option:
      return "{option} 不能取“{value}”。可用的值：{allowed}。";
    case Code::bad_json:
      return "这不是 Topline 能读取的{what}（{detail}）。请用当前版本重新生成。";
    case Code::plan_mismatch:
      return "这些汇总依据的方案不同（{ours}、{theirs}）。请先用 “topline inspect … -o plan.json” "
             "写出一份方案，"
             "再对每一部分使用 --plan plan.json。";
    case Code::ids_needed:
      return "各部分中“{column}”的答卷编号有重叠，同一份答卷可能被计入两次。请加上 --ids "
             "重新汇总各部分。";
    case Code::range_misaligned:
      return "各部分在第 {offset} "
             "字节处无法衔接：其中一部分从引号内开始，或被读取了两次。请重新汇总该部分。";
    case Code::nothing_to_merge:
      return "没有可以合并的内容。请至少给出一个汇总文件。";
    case Code::empty_input:
      return "表格是空的。请打开带有表头和答卷的文件。";
    case Code::header_only:
      return "表格只有表头，没有数据行。请重新导出并包含答卷。";
    case Code::not_text:
      return "这看起来是{looks_like}，而不是 CSV 或 TSV。请另存为 CSV（UTF-8）后再打开。";
    case Code::bad_workbook:
      return "无法读取这个 XLSX 工作簿：{detail}。请用电子表格软件打开并另存为 XLSX 或 CSV（UTF-8）。";
    case Code::no_sheet:
      return "没有名为“{sheet}”的工作表。工作簿中有：{sheets}。";
    case Code::sheets_left_out:
      return "未读取隐藏的工作表：{names}。如需读取，请指明：--sheet 名称。";
    case Code::hidden_cells:
      return "工作簿隐藏了 {rows} 行、{columns} 列；它们照常读取。";
    case Code::no_value:
      return "有 {count} 个公式在文件中没有值，按空单元格处理。请用电子表格软件打开并重新保存。";
    case Code::preamble:
      return "跳过了表头上方的 {count} 行。";
    case Code::frequency_table:
      return "每行代表“{name}”所示的人数：共 {rows} 行，{people} 份答案。";
    case Code::summary_table:
      return "这是已经汇总过的表（含合计），不是逐份答卷的数据，因此不计分。请打开每行一份答卷的导出文件。";
    case Code::bad_frequency:
      return "有 {count} 行未计入：其人数缺失或不是整数。";
    case Code::rows_skipped:
      return "有 {count} 份答卷未计入：{incomplete} 份未完成，{excluded} 份为预览或测试。如需保留，请将相应的列设为 ignore。";
    case Code::cannot_read:
      return "无法读取“{path}”：{detail}。请检查文件名和权限。";
    case Code::cannot_write:
      return "无法写入“{path}”：{detail}。请用 -o 指定其他位置。";
    case Code::stray_quote:
      return "有 {count} 行的引号位置不符合 CSV 规则，已按原样读取。如果单元格错位，请查看第一处。";
    case Code::unclosed_quote:
      return "有 {count} 个引号没有闭合，已按普通文字读取。如果单元格粘在一起，请补全或删除引号。";
    case Code::record_cut:
      return "有 {count} 行过大，无法整行读取，已被截断。请检查该处是否缺少换行。";
    case Code::invalid_utf8:
      return "有 {bytes} 个字节不是有效的 UTF-8。如果文字显示异常，请将文件另存为 UTF-8。";
    case Code::long_row:
      return "有 {count} "
             "行的非空单元格多于表头的列数（{columns}），未计入。请给含有分隔符的单元格加上引号。";
    case Code::short_row:
      return "有 {count} 行提前结束，缺少的单元格按缺失处理。";
    case Code::duplicate_header:
      return "有多列都叫“{name}”。请用列号指明，例如 #3。";
    case Code::no_header:
      return "第一行看起来是数据，因此各列以列号命名。如果不对，请补上表头。";
    case Code::no_score_column:
      return "没有哪一列能确定是 NPS、满意度或评分。请指明，例如 --column '#3=nps'。";
    case Code::unsure_role:
      return "“{name}”是 {role} 还是 {other}？在您确认之前不计分：--column '{flag}={role}' 或 "
             "--column '{flag}={other}'。";
    case Code::scale_ambiguous:
      return "从答案无法确定“{name}”的量表（{detail}）。在您确认之前不计分，例如 --column "
             "'{flag}'。";
    case Code::role_impossible:
      return "“{name}”的量表是 {detail}，不能作为 {role}：NPS 的量表是 0 到 10。请作为 csat 或 "
             "rating。";
    case Code::invalid_answers:
      return "“{name}”有 {count} 个单元格不在量表 {scale} 之内，未计入，第一个是“{value}”。";
    case Code::outside_scale_code:
      return "“{name}”使用 0–10 分且出现了 0，另有 {count} 个 {code}：按未回答处理。如果 {code} "
             "表示 10，请重新导出数值。";
    case Code::too_many_values:
      return "“{name}”的不同取值超过 {limit} 个，无法用于分组对比。";
    case Code::segments_proposed:
      return "可以按 {names} 分组对比。例如加上 {flag}。";
    case Code::wave_proposed:
      return "可以用“{name}”划分波次。请加上 {flag}。";
    case Code::weight_proposed:
      return "“{name}”看起来是权重，尚未使用。如果是，请加上 {flag}。";
    case Code::dates_ambiguous:
      return "“{name}”中的日期可能是 日/月，也可能是 月/日，因此未划分波次。请写成 2026-09-27 "
             "的形式。";
    case Code::tables_stacked:
      return "有 {count} 个文件的列相同，已作为一张表读取：{names}。";
    case Code::duplicates_left_out:
      return "有 {count} 份答卷重复（“{column}”相同且答案相同），每份只计一次。";
    case Code::same_id_other_answers:
      return "有 {count} 行的“{column}”重复但答案不同，已全部保留。如果是同一份答卷，请加上 "
             "{flag}，则以最后一次为准。";
    case Code::bad_weight:
      return "有 {count} 行没有可用的权重（缺失、为负或不是数字），未计入。";
    case Code::weight_rounded:
      return "有 {count} 个权重超过 12 位小数，已四舍五入。";
    case Code::weight_overflow:
      return "权重过大，无法精确相加。请缩放到均值为 1。";
    case Code::frame_limit:
      return "表格过大，无法检查重复答卷（需要 {bytes} 字节）。请按答卷编号排序。";
    case Code::no_wave_date:
      return "有 {count} 行的“{name}”没有可识别的日期，只计入全部波次的合计。";
    case Code::kind_guessed:
      return "识别为：{kind}。如不是，请用 {flag}。";
    case Code::unreadable_cells:
      return "“{name}”有 {count} 个单元格不能读作 {role}，相关计算未计入。";
    case Code::ledger_limit:
      return "表过大，无法保留各行（需要 {bytes} 字节），相关指标未计算。请分批提供，例如按年份。";
    case Code::low_base:
      return "有 {count} 个数字的样本量少于 30：样本量不足，请谨慎解读。";
    case Code::cells_suppressed:
      return "有 {count} 个数字已隐藏，否则可以辨认出少于 {min_n} 人的回答。";
    case Code::synthetic_data:
      return "这些答卷是虚构的：Topline 自带的示例。";


    // Roll-out: customers
    case Code::orders_left_out:
      return "{count} 条订单缺少可识别的客户、日期或金额，未计入。请补全这些单元格，或用 --column "
             "列名=customer、date 或 amount 指定列。";
    case Code::orders_not_grouped:
      return "订单指标不按“{name}”细分：请将该列放入客户名册表并一同提供。";
    case Code::churn_unknown:
      return "{count} 位客户未注明是否流失，未计入流失率。请在该列填写是或否，或填写终止日期。";


    // Roll-out: sales


    // Roll-out: service


    // Roll-out: money


    // Roll-out: adoption


    // Roll-out: goals

  }
  return {};
}

std::string_view chinese_words(Reason reason) {
  switch (reason) {
    case Reason::told:
      return "由您指定";
    case Reason::no_clue:
      return "无法判断是什么";
    case Reason::empty_column:
      return "没有填写任何单元格";
    case Reason::header_recommend:
      return "询问推荐意愿；0–10 之间的整数";
    case Reason::header_recommend_1_10:
      return "询问推荐意愿，但大量答案中没有 0：量表可能是 1–10";
    case Reason::header_recommend_short:
      return "询问推荐意愿，但没有高于 7 的答案：量表可能短于 0–10";
    case Reason::header_recommend_1_11:
      return "询问推荐意愿，但答案是 1 到 11：编码可能代表 0–10";
    case Reason::header_recommend_words:
      return "询问推荐意愿，但以文字作答：不是 NPS";
    case Reason::nps_group:
      return "NPS 答案的分组编码，不是分数";
    case Reason::plain_0_10:
      return "0–10 的整数，但表头没有提到推荐";
    case Reason::header_satisfied:
      return "询问满意度；量表上的整数";
    case Reason::header_satisfied_short:
      return "询问满意度，但从答案看不出量表的上限";
    case Reason::words_satisfied:
      return "用满意程度的词语作答";
    case Reason::words_scale:
      return "用量表的词语作答";
    case Reason::words_ambiguous:
      return "作答的词语在多种长度的量表中都有";
    case Reason::words_reversed:
      return "标签表明数字越小越好";
    case Reason::words_unknown:
      return "用量表的词语作答，但有些词不在已知量表中";
    case Reason::header_rating:
      return "询问评分；量表上的整数";
    case Reason::plain_scale:
      return "少数几个整数：可能是评分，也可能是编码";
    case Reason::header_segment:
      return "表示人群分组";
    case Reason::few_texts:
      return "少数几个重复出现的文字";
    case Reason::one_option:
      return "多选题的一个选项";
    case Reason::header_effort:
      return "询问费力程度；量表上的整数";
    case Reason::several_options:
      return "单元格含多个选项：多选题";
    case Reason::asks_question:
      return "以少数几个选项作答的问题";
    case Reason::many_texts:
      return "很少重复的文字";
    case Reason::header_wave:
      return "表示波次或时期";
    case Reason::header_weight:
      return "名为权重且为数字";
    case Reason::header_response_id:
      return "名为编号且几乎不重复";
    case Reason::header_respondent_id:
      return "以编号表示个人";
    case Reason::header_serial:
      return "行的序号";
    case Reason::header_personal:
      return "可能指向个人；其内容不会显示";
    case Reason::counts_people:
      return "每行代表的人数";
    case Reason::summary:
      return "这是汇总表：单元格是统计数字，不是答案";
    case Reason::holds_dates:
      return "所有已填单元格都是日期";
    case Reason::export_column:
      return "导出工具自带的列";
    case Reason::holds_numbers:
      return "不是量表的数字";
    case Reason::kind_field:
      return "由表头得知";
    case Reason::no_part:
      return "在此类表中不起作用";
  }
  return {};
}

}  // namespace topline
